package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code ./flavor bench} writes.
 *
 * @param machine processors, memory, kernel, Java
 * @param commit the measured version; empty outside a git checkout
 * @param results the figures
 */
record BenchReport(Map<String, Object> machine, String commit, List<BenchResult> results) {

  static BenchReport of(Path project, List<BenchResult> results) {
    return new BenchReport(thisMachine(), commitIn(project), List.copyOf(results));
  }

  /** As JSON. */
  String json() {
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }

  /** As a table. */
  String table() {
    StringBuilder table = new StringBuilder();
    for (BenchResult result : results) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-52s %12s %-10s %-18s %s%n",
              result.name(),
              result.value(),
              result.unit(),
              result.bar() == null ? "" : result.bar(),
              result.met() == null ? "" : result.met() ? "met" : "NOT MET"));
    }
    return table.toString();
  }

  private static Map<String, Object> thisMachine() {
    Map<String, Object> machine = new TreeMap<>();
    machine.put("processors", Runtime.getRuntime().availableProcessors());
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("java", Runtime.version().toString());
    machine.put(
        "memory_gib",
        ((com.sun.management.OperatingSystemMXBean)
                    java.lang.management.ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize()
            >> 30);
    return machine;
  }

  private static String commitIn(Path project) {
    if (!Files.exists(project.resolve(".git"))) {
      return "";
    }
    try {
      Process git =
          new ProcessBuilder("git", "-C", project.toString(), "describe", "--always", "--dirty")
              .start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException noGit) {
      return "";
    }
  }
}
