package io.flavortrend.e2e.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** Keeps a stack's logs when its folder goes. */
final class KeptLogs {
  private KeptLogs() {}

  /** Copies the logs to {@code target/<home's name>} and removes the home. */
  static void keep(Path home, Path target) {
    try {
      Path logs = home.resolve("logs");
      if (Files.isDirectory(logs)) {
        Path kept = target.resolve(home.getFileName());
        Files.createDirectories(kept);
        for (Path log : list(logs)) {
          if (Files.isRegularFile(log)) {
            Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
      FileUtils.deleteDirectory(home.toFile());
    } catch (IOException e) {
      throw new StackFailure("%s cannot be cleared away".formatted(home), e);
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
