package io.flavortrend.generator.replay;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Lists what was not taken as it stood: {@code line,kind,reason,raw}, where kind is {@code
 * rejected} for a row that is not stored, and {@code repaired} for one stored without a broken
 * value. Written anew by each run, since a file always reads the same.
 */
final class RejectsFile implements AutoCloseable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setRecordSeparator('\n')
          .setHeader("line", "kind", "reason", "raw")
          .get();
  private static final CSVFormat RAW = CSVFormat.DEFAULT.builder().setRecordSeparator("").get();

  private final CSVPrinter printer;

  RejectsFile(Path path) throws IOException {
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    printer = new CSVPrinter(Files.newBufferedWriter(path), FORMAT);
  }

  void rejected(int line, String reason, Iterable<String> row) throws IOException {
    printer.printRecord(line, "rejected", reason, raw(row));
  }

  void repaired(int line, String reason, Iterable<String> row) throws IOException {
    printer.printRecord(line, "repaired", reason, raw(row));
  }

  @Override
  public void close() throws IOException {
    printer.close();
  }

  private static String raw(Iterable<String> row) throws IOException {
    StringWriter text = new StringWriter();
    try (CSVPrinter raw = new CSVPrinter(text, RAW)) {
      raw.printRecord(row);
    }
    return text.toString();
  }
}
