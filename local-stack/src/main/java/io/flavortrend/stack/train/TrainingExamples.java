package io.flavortrend.stack.train;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Writes {@code analytics.training_examples} as a CSV: what is known of each example, then each
 * element of its vector as {@code x_<name>}, in the vector's order; oldest first.
 */
public final class TrainingExamples {
  private static final List<String> COLUMNS =
      List.of(
          "order_id",
          "stage",
          "city_id",
          "restaurant_id",
          "event_time",
          "delivered_at",
          "actual_minutes",
          "baseline_minutes",
          "eta_minutes",
          "eta_p10_minutes",
          "eta_p90_minutes",
          "model_version",
          "degraded");

  private final Connection connection;
  private final List<String> elements;

  /**
   * @param connection stays the caller's
   * @param catalogue the file of the vector's elements, {@code eta_vector.json}
   */
  public TrainingExamples(Connection connection, Path catalogue) {
    this.connection = connection;
    this.elements = names(catalogue);
  }

  /**
   * Writes them.
   *
   * @param file gzipped
   * @return how many
   * @throws SQLException when the database does not answer
   */
  public long write(Path file) throws SQLException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy(), out);
    } catch (IOException e) {
      throw new StackException("%s cannot be written: %s".formatted(file, e.getMessage()), e);
    }
  }

  private String copy() {
    List<String> columns = new ArrayList<>();
    for (String column : COLUMNS) {
      columns.add(column.endsWith("_time") || column.endsWith("_at") ? utc(column) : column);
    }
    for (String element : elements) {
      columns.add("(features ->> '%1$s')::float8 as x_%1$s".formatted(element));
    }
    return "copy (select %s from analytics.training_examples order by event_time, order_id, stage) to stdout (format csv, header)"
        .formatted(String.join(", ", columns));
  }

  private static String utc(String column) {
    return "to_char(%1$s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as %1$s"
        .formatted(column);
  }

  private static List<String> names(Path catalogue) {
    try {
      List<String> names = new ArrayList<>();
      for (JsonNode element : JsonFile.MAPPER.readTree(Files.readAllBytes(catalogue))) {
        String name = element.path("name").asString();
        if (!name.matches("[a-z][a-z0-9_]*")) {
          throw new StackException("%s names the element '%s'".formatted(catalogue, name));
        }
        names.add(name);
      }
      return names;
    } catch (IOException | JacksonException e) {
      throw new StackException("%s cannot be read".formatted(catalogue), e);
    }
  }
}
