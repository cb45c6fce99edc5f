package io.flavortrend.e2e.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Finds the processes of a stack by FLAVOR_HOME in their environment, which children inherit: also
 * those whose parent has died, and those that no list of ours knows.
 */
final class StackProcesses {
  private StackProcesses() {}

  static List<ProcessHandle> of(Path home) {
    String mark = "\0FLAVOR_HOME=" + home + "\0";
    long self = ProcessHandle.current().pid();
    return ProcessHandle.allProcesses()
        .filter(process -> process.pid() != self)
        .filter(process -> environment(process.pid()).contains(mark))
        .toList();
  }

  private static String environment(long pid) {
    try {
      return "\0"
          + new String(
              Files.readAllBytes(Path.of("/proc", Long.toString(pid), "environ")),
              StandardCharsets.UTF_8);
    } catch (IOException endedOrForeign) {
      return "";
    }
  }
}
