package io.flavortrend.stack.cli;

import io.flavortrend.stack.RunningStack;
import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.ReplayCheck;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.ControlServer;
import io.flavortrend.stack.control.StatusReport;
import io.flavortrend.stack.doctor.PortCheck;
import io.flavortrend.stack.home.JsonFile;
import io.flavortrend.stack.home.SecretFiles;
import io.flavortrend.stack.home.StackLock;
import io.flavortrend.stack.home.StackProfile;
import io.flavortrend.stack.supervise.ChildRegistry;
import io.flavortrend.stack.supervise.Guardian;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the whole platform. */
@Command(
    name = "up",
    description = "Starts the whole platform and says where it is.",
    mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--detach", description = "Return when everything is healthy, and go on running.")
  private boolean detach;

  @Option(names = "--no-generator", description = "Simulate no orders.")
  private boolean noGenerator;

  @Mixin private ReplayOptions replayOptions;
  @Mixin private SimulationOptions simulationOptions;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public UpCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Workplace workplace = Workplace.here();
    workplace.home().create();
    PrintWriter out = spec.commandLine().getOut();
    Optional<StackLock> lock = StackLock.tryLock(workplace.home());
    if (lock.isEmpty()) {
      return alreadyRunning(workplace, out);
    }
    try (StackLock held = lock.get()) {
      StackProfile profile = profile(workplace);
      List<String> orphans = new ChildRegistry(workplace.home()).endOrphans();
      if (!orphans.isEmpty()) {
        out.println("Ended what a killed supervisor had left: " + String.join(", ", orphans));
      }
      PortCheck.requireFree(workplace.stack());
      new SecretFiles(workplace.home().secrets()).create();
      new JsonFile<>(profileFile(workplace), StackProfile.class).write(profile);
      if (!detach) {
        return runHere(workplace, profile, out);
      }
    }
    // The lock is free again for the supervisor that goes on.
    DetachedSupervisor.start(workplace);
    return new StartupFollower(workplace, out).follow();
  }

  private int runHere(Workplace workplace, StackProfile profile, PrintWriter out)
      throws InterruptedException {
    StartupPrinter printer = new StartupPrinter(out);
    RunningStack stack =
        new RunningStack(
            workplace.settings(),
            workplace.home(),
            workplace.installation(),
            profile,
            new ChildRegistry(workplace.home()),
            printer::changed);
    // Not the end of the main thread: that ends by System.exit, which waits for this hook.
    CountDownLatch stopped = new CountDownLatch(1);
    Thread onSignal =
        new Thread(
            () -> {
              stack.stop();
              try {
                stopped.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "on-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try (Guardian guardian =
            Guardian.start(
                DetachedSupervisor.command(workplace, "reap"),
                workplace.home().logs().resolve("guardian.log"));
        ControlServer control = ControlServer.start(workplace.home(), stack)) {
      stack.start();
      Thread announcer =
          new Thread(() -> announceWhenReady(workplace, stack, printer), "announcer");
      announcer.setDaemon(true);
      announcer.start();
      stack.awaitStopRequest();
      out.println("Stopping …");
      out.flush();
      stack.shutDown();
      out.println("Stopped.");
      out.flush();
    } finally {
      stopped.countDown();
    }
    return 0;
  }

  private static void announceWhenReady(
      Workplace workplace, RunningStack stack, StartupPrinter printer) {
    try {
      boolean hopeful = true;
      while (!stack.ready()) {
        List<String> failures = stack.failures();
        if (hopeful && !failures.isEmpty()) {
          hopeful = false;
          printer.failed(failures, workplace.home().logs());
        }
        Thread.sleep(200);
      }
      printer.ready(stack.status(Duration.ZERO), SignInLink.create(workplace));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (StackException e) {
      printer.failed(List.of(e.getMessage()), workplace.home().logs());
    }
  }

  private int alreadyRunning(Workplace workplace, PrintWriter out) throws InterruptedException {
    if (replayOptions.replay().isPresent() || simulationOptions.simulation().isPresent()) {
      throw new StackException(
          "Flavor Trend is already running in %s: use './flavor replay', or './flavor down' first"
              .formatted(workplace.home().root()));
    }
    ControlClient control = ControlClient.require(workplace.home());
    out.println("Flavor Trend is already running (pid %d).".formatted(control.pid()));
    StatusReport status = control.status();
    if (!status.ready()) {
      return new StartupFollower(workplace, out).follow();
    }
    new StartupPrinter(out).ready(status, SignInLink.create(workplace));
    return 0;
  }

  private StackProfile profile(Workplace workplace) {
    Optional<StackProfile> former =
        new JsonFile<>(profileFile(workplace), StackProfile.class).read();
    Optional<StackProfile.Replay> replay = replayOptions.replay();
    Optional<StackProfile.Simulation> simulation = simulationOptions.simulation();
    if (replay.isPresent() && simulation.isPresent()) {
      throw new StackException("Either --replay or --simulate: a history has one source");
    }
    if (replay.isPresent()) {
      ReplayCheck.require(workplace.installation(), workplace.home(), replay.get());
      refuseLive(workplace, former);
      return StackProfile.replaying(replay.get());
    }
    if (simulation.isPresent()) {
      refuseLive(workplace, former);
      return StackProfile.simulating(simulation.get());
    }
    if (former.isPresent() && former.get().timeDomain() == StackProfile.Domain.log) {
      return former.get();
    }
    return StackProfile.live(!noGenerator);
  }

  private static void refuseLive(Workplace workplace, Optional<StackProfile> former) {
    if (former.isPresent() && former.get().timeDomain() == StackProfile.Domain.live) {
      throw new StackException(
          "%s holds a live stack: feed history into it with './flavor replay … --speed 1', or give this history a folder of its own by FLAVOR_HOME"
              .formatted(workplace.home().root()));
    }
  }

  private static java.nio.file.Path profileFile(Workplace workplace) {
    return workplace.home().state().resolve("stack.json");
  }
}
