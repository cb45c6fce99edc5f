package io.flavortrend.generator.replay;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * All orders of a file, and how many of its rows became what: read = stored + rejected + filtered.
 *
 * @param orders in the file's order
 * @param read rows below the header, blank lines left out
 * @param repaired rows stored without a broken value
 */
record Recording(List<RecordedOrder> orders, int read, int rejected, int repaired, int filtered) {

  /**
   * Reads a CSV file, gzipped where its name ends in {@code .gz}.
   *
   * @throws MappingException when the mapping does not fit the file's columns
   * @throws IOException when the file cannot be read
   */
  static Recording read(Path file, Mapping mapping, RejectsFile rejects)
      throws IOException, MappingException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(mapping.delimiter())
            .setIgnoreEmptyLines(false)
            // A stray quote must cost its own row at most, not the rest of the file.
            .setTrailingData(true)
            .setLenientEof(true)
            .get();
    try (Reader text = open(file);
        CSVParser rows = format.parse(text)) {
      return new Reading(mapping, rejects).all(rows);
    }
  }

  private static Reader open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    boolean zipped = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return new InputStreamReader(
        zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes, StandardCharsets.UTF_8);
  }

  /** One pass over a file. */
  private static final class Reading {
    private final Mapping mapping;
    private final RejectsFile rejects;
    private final RowReader reader;
    private final List<RecordedOrder> orders = new ArrayList<>();
    private int read;
    private int rejected;
    private int repaired;
    private int filtered;

    Reading(Mapping mapping, RejectsFile rejects) {
      this.mapping = mapping;
      this.rejects = rejects;
      this.reader = new RowReader(mapping);
    }

    Recording all(CSVParser rows) throws IOException, MappingException {
      List<String> header = null;
      int line = 1;
      for (CSVRecord row : rows) {
        List<String> values = values(row);
        if (header == null) {
          header = values;
          mapping.check(header);
        } else if (values.size() > 1 || !values.get(0).isEmpty()) {
          read++;
          row(line, values, header);
        }
        // A quoted value may span lines: a row's line is the one on which it begins.
        line = (int) rows.getCurrentLineNumber() + 1;
      }
      if (header == null) {
        throw new MappingException("The file is empty: it needs a line that names the columns");
      }
      return new Recording(orders, read, rejected, repaired, filtered);
    }

    private void row(int line, List<String> values, List<String> header) throws IOException {
      for (Mapping.Filter filter : mapping.filters()) {
        if (!filter.keeps(value(filter.column(), values, header))) {
          filtered++;
          return;
        }
      }
      List<String> repairs = new ArrayList<>();
      try {
        orders.add(reader.read(line, column -> value(column, values, header), repairs));
      } catch (RowReader.RefusedRowException e) {
        rejected++;
        rejects.rejected(line, String.valueOf(e.getMessage()), values);
        return;
      }
      if (!repairs.isEmpty()) {
        repaired++;
        rejects.repaired(line, String.join("; ", repairs), values);
      }
    }

    private static String value(String column, List<String> values, List<String> header) {
      int index = header.indexOf(column);
      return index >= 0 && index < values.size() ? values.get(index) : "";
    }

    /** Trimmed, and without the one character that PostgreSQL cannot hold. */
    private static List<String> values(CSVRecord row) {
      List<String> values = new ArrayList<>(row.size());
      for (String value : row) {
        values.add(value.replace('\0', '\uFFFD').replace("\uFEFF", "").strip());
      }
      return values;
    }
  }
}
