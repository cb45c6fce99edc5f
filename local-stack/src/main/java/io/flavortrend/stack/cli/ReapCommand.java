package io.flavortrend.stack.cli;

import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.StackLock;
import io.flavortrend.stack.supervise.ChildRegistry;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Ends what a killed supervisor left; the guardian calls it. */
@Command(name = "reap", hidden = true)
public final class ReapCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    FlavorHome home = Workplace.here().home();
    Optional<StackLock> lock = StackLock.tryLock(home);
    if (lock.isEmpty()) {
      // The next supervisor is there already, and has ended them itself.
      return 0;
    }
    try (StackLock held = lock.get()) {
      new ChildRegistry(home).endOrphans();
    }
    return 0;
  }
}
