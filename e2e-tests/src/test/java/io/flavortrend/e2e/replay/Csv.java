package io.flavortrend.e2e.replay;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads a CSV file by the letter of RFC 4180, with nothing of the platform's own reader. */
final class Csv {
  private Csv() {}

  /**
   * A row below the header.
   *
   * @param line on which it begins, counted from 1
   * @param values trimmed, by column; a column that the row lacks is empty
   */
  record Row(int line, Map<String, String> values) {
    String get(String column) {
      return values.getOrDefault(column, "");
    }
  }

  /** All rows but blank lines; gzipped where the name ends in .gz. */
  static List<Row> read(Path file) throws IOException {
    String text;
    try (InputStream bytes = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
      text = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
    }
    List<String> header = List.of();
    List<Row> rows = new ArrayList<>();
    int line = 1;
    int at = 0;
    while (at < text.length()) {
      int begins = line;
      List<String> cells = new ArrayList<>();
      StringBuilder cell = new StringBuilder();
      boolean quoted = false;
      boolean ended = false;
      while (at < text.length() && !ended) {
        char c = text.charAt(at++);
        if (quoted) {
          if (c == '"' && at < text.length() && text.charAt(at) == '"') {
            cell.append(text.charAt(at++));
          } else if (c == '"') {
            quoted = false;
          } else {
            line += c == '\n' ? 1 : 0;
            cell.append(c);
          }
        } else if (c == '"') {
          quoted = true;
        } else if (c == ',') {
          cells.add(cell.toString().strip());
          cell.setLength(0);
        } else if (c == '\n') {
          line++;
          ended = true;
        } else {
          cell.append(c);
        }
      }
      cells.add(cell.toString().strip());
      if (header.isEmpty()) {
        header = cells;
      } else if (cells.size() > 1 || !cells.get(0).isEmpty()) {
        rows.add(row(begins, header, cells));
      }
    }
    return rows;
  }

  private static Row row(int line, List<String> header, List<String> cells) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      values.put(header.get(i), cells.get(i));
    }
    return new Row(line, values);
  }
}
