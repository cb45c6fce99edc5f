package io.flavortrend.e2e.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes take, as Linux accounts it in {@code /proc}. */
final class Processes {
  private static final long TICKS_PER_SECOND = 100;

  private Processes() {}

  /** A process and all below it. */
  static List<ProcessHandle> tree(long pid) {
    return ProcessHandle.of(pid).stream()
        .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
        .toList();
  }

  /** Resident memory with shared pages counted in each process, MiB. */
  static double residentMib(long pid) throws IOException {
    return kib(pid, "status", "VmRSS:") / 1024.0;
  }

  /** Resident memory with shared pages divided among their users, MiB. */
  static double proportionalMib(long pid) throws IOException {
    return kib(pid, "smaps_rollup", "Pss:") / 1024.0;
  }

  /** Processor time that the tree has used so far, seconds. */
  static double cpuSeconds(long pid) throws IOException {
    long ticks = 0;
    for (ProcessHandle process : tree(pid)) {
      Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
      if (!Files.exists(stat)) {
        continue;
      }
      // The command, in parentheses, may hold spaces; what is wanted stands behind it:
      // utime, stime, and those of children that have ended (proc(5), fields 14 to 17).
      String[] fields = Files.readString(stat).replaceFirst("^.*\\) ", "").split(" ");
      for (int field = 11; field <= 14; field++) {
        ticks += Long.parseLong(fields[field]);
      }
    }
    return ticks / (double) TICKS_PER_SECOND;
  }

  private static long kib(long pid, String file, String key) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), file))) {
      if (line.startsWith(key)) {
        return Long.parseLong(line.replaceAll("[^0-9]", ""));
      }
    }
    return 0;
  }
}
