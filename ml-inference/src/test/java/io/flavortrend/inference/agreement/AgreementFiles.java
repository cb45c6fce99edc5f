package io.flavortrend.inference.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** What the two languages have written down for each other, in ml-training's fixtures. */
final class AgreementFiles {
  static final Path FOLDER = Path.of("../ml-training/tests/fixtures/agreement");
  static final int ROWS = 10_000;

  /** Of the vectors that both predict. */
  static final long ROWS_SEED = 42;

  private AgreementFiles() {}

  static byte[] bytes(String name) {
    try {
      return Files.readAllBytes(FOLDER.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of a gzipped CSV without a header. */
  static double[][] numbers(String name) {
    try (var in = new GZIPInputStream(Files.newInputStream(FOLDER.resolve(name)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(
              line -> Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
