package io.flavortrend.jobs.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The migrations of {@code init-db}, by what they are about: their numbers may change until
 * released.
 */
public final class Migrations {
  private static final Path FOLDER = Path.of("../init-db/src/main/resources/db/migration");

  private Migrations() {}

  /**
   * The SQL of one.
   *
   * @param name what follows the number, such as {@code sla_violations}
   * @throws IllegalArgumentException when there is not exactly one of that name
   */
  public static String sql(String name) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found =
          files
              .filter(file -> file.getFileName().toString().matches("V\\d+__" + name + "\\.sql"))
              .toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException("Migrations named %s: %s".formatted(name, found));
      }
      return Files.readString(found.get(0));
    }
  }
}
