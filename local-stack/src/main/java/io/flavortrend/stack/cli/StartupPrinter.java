package io.flavortrend.stack.cli;

import io.flavortrend.stack.control.StatusReport;
import io.flavortrend.stack.supervise.ComponentRunner;
import io.flavortrend.stack.supervise.LogTail;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints how a start goes on: a line for each change, then where everything is. Thread-safe. */
final class StartupPrinter {
  private final PrintWriter out;
  private final long startNanos = System.nanoTime();

  StartupPrinter(PrintWriter out) {
    this.out = out;
  }

  /** A component's state changed. */
  void changed(ComponentRunner runner) {
    line(runner.component().name(), runner.state().name(), runner.problem());
  }

  /** One line of progress. */
  synchronized void line(String name, String state, @Nullable String detail) {
    out.println(
        String.format(
            Locale.ROOT,
            "%6.1f s  %-18s %s%s",
            (System.nanoTime() - startNanos) / 1e9,
            name,
            state,
            detail == null ? "" : ": " + detail));
    out.flush();
  }

  /** Something will not become ready. */
  synchronized void failed(List<String> failures, Path logs) {
    for (String failure : failures) {
      out.println("FAILED  " + failure);
      String name = failure.substring(0, Math.max(0, failure.indexOf(':')));
      LogTail.last(logs.resolve(name + ".log"), 8).forEach(line -> out.println("        " + line));
    }
    out.println("The logs are in %s; './flavor doctor' checks the machine.".formatted(logs));
    out.flush();
  }

  /** Everything runs. */
  synchronized void ready(StatusReport status, String signInLink) {
    out.println();
    out.println(
        String.format(Locale.ROOT, "Ready after %.1f s.", (System.nanoTime() - startNanos) / 1e9));
    out.println();
    for (StatusReport.ComponentReport component : status.components()) {
      if (component.port() != null) {
        out.println(
            String.format(
                "  %-18s %s",
                component.name(),
                component.url() == null ? "127.0.0.1:" + component.port() : component.url()));
      }
    }
    out.println();
    out.println("  Sign in (once, within 15 minutes): " + signInLink);
    out.println();
    out.flush();
  }
}
