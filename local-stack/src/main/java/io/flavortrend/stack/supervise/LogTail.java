package io.flavortrend.stack.supervise;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the end of a log. */
public final class LogTail {
  private static final int BYTES = 64 << 10;

  private LogTail() {}

  /** The last line that is neither blank nor part of a stack trace; empty where there is none. */
  public static String lastLine(Path log) {
    List<String> lines = last(log, 200);
    for (int i = lines.size() - 1; i >= 0; i--) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("at ") && !line.startsWith("...")) {
        return line;
      }
    }
    return "";
  }

  /** The last lines, within the last 64 KiB; empty where the log cannot be read. */
  public static List<String> last(Path log, int count) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long start = Math.max(0, file.length() - BYTES);
      byte[] bytes = new byte[(int) (file.length() - start)];
      file.seek(start);
      file.readFully(bytes);
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      return lines.subList(Math.max(0, lines.size() - count), lines.size());
    } catch (IOException e) {
      return List.of();
    }
  }
}
