package io.flavortrend.stack.cli;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.control.StatusReport;
import io.flavortrend.stack.supervise.LogTail;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Watches a supervisor in another process until everything is ready. */
final class StartupFollower {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PATIENCE_FOR_SUPERVISOR = Duration.ofSeconds(20);

  private final Workplace workplace;
  private final StartupPrinter printer;

  StartupFollower(Workplace workplace, PrintWriter out) {
    this.workplace = workplace;
    this.printer = new StartupPrinter(out);
  }

  /** 0 when everything is ready, 1 when something was given up. */
  int follow() throws InterruptedException {
    ControlClient control = find();
    Map<String, String> shown = new HashMap<>();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      StatusReport status = control.status();
      for (StatusReport.ComponentReport component : status.components()) {
        show(shown, component.name(), component.state(), component.problem());
      }
      for (StatusReport.JobReport job : status.jobs()) {
        show(shown, "job " + job.name(), job.state().toLowerCase(java.util.Locale.ROOT), null);
      }
      if (status.ready()) {
        printer.ready(status, SignInLink.create(workplace));
        return 0;
      }
      boolean hopeless =
          status.components().stream().anyMatch(component -> component.state().equals("failed"))
              || status.jobs().stream().anyMatch(job -> job.state().equals("REFUSED"));
      if (hopeless) {
        printer.failed(status.problems(), workplace.home().logs());
        return 1;
      }
      Thread.sleep(150);
    }
    printer.failed(
        List.of("the stack is not ready within " + PATIENCE.toMinutes() + " minutes"),
        workplace.home().logs());
    return 1;
  }

  private void show(
      Map<String, String> shown,
      String name,
      String state,
      @org.jspecify.annotations.Nullable String problem) {
    if (!state.equals(shown.put(name, state))) {
      printer.line(name, state, problem);
    }
  }

  private ControlClient find() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_FOR_SUPERVISOR.toNanos();
    while (System.nanoTime() < deadline) {
      Optional<ControlClient> control = ControlClient.find(workplace.home());
      if (control.isPresent()) {
        return control.get();
      }
      Thread.sleep(50);
    }
    throw new StackException(
        "The supervisor did not start: "
            + LogTail.lastLine(workplace.home().logs().resolve("supervisor.log")));
  }
}
