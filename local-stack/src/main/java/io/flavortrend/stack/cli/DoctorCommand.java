package io.flavortrend.stack.cli;

import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.doctor.Doctor;
import io.flavortrend.stack.doctor.Finding;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/** Checks the machine. */
@Command(
    name = "doctor",
    description = "Checks prerequisites, ports, disk and memory, and says how to get what lacks.",
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandLine.Model.CommandSpec spec;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public DoctorCommand() {}

  @Override
  public Integer call() {
    Workplace workplace = Workplace.here();
    boolean running = ControlClient.find(workplace.home()).isPresent();
    List<Finding> findings = new Doctor(workplace.stack(), workplace.home()).examine(running);
    PrintWriter out = spec.commandLine().getOut();
    for (Finding finding : findings) {
      out.println(
          "%-8s %s%s"
              .formatted(
                  finding.ok() ? "ok" : finding.needed() ? "MISSING" : "optional",
                  finding.what(),
                  finding.ok() ? "" : ": " + finding.remedy()));
    }
    out.flush();
    return findings.stream().allMatch(finding -> finding.ok() || !finding.needed()) ? 0 : 1;
  }
}
