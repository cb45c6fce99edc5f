package io.flavortrend.e2e;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.TopicReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the platform says about cities and minutes, in the table and in the topic. */
public final class CityMinutes {
  private CityMinutes() {}

  /** A city's minute. */
  public record Key(int city, Instant minute) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byMinute = minute.compareTo(other.minute);
      return byMinute != 0 ? byMinute : Integer.compare(city, other.city);
    }
  }

  /**
   * The figures that contracts define.
   *
   * @param revenue three decimals
   * @param deliveryMicros from the mean: time from placed to delivered, summed, in microseconds,
   *     which is whole whatever the mean was rounded to; null where nothing was delivered
   */
  public record Figures(
      long orders,
      long delivered,
      long cancelled,
      BigDecimal revenue,
      @Nullable Long deliveryMicros) {

    /** Figures as they are written, with the mean in minutes. */
    public static Figures of(
        long orders,
        long delivered,
        long cancelled,
        BigDecimal revenue,
        @Nullable Double meanMinutes) {
      return new Figures(
          orders,
          delivered,
          cancelled,
          revenue.setScale(3),
          meanMinutes == null ? null : Math.round(meanMinutes * delivered * 6e7));
    }
  }

  /** All rows of the table. */
  public static Map<Key, Figures> inTable(Stack stack) throws SQLException {
    return rows(
        stack,
        """
        select city_id, window_start, orders, delivered, cancelled, revenue, avg_delivery_minutes
        from analytics.city_kpis""");
  }

  /** What public.orders says the table must be, computed by PostgreSQL. */
  public static Map<Key, Figures> recomputed(Stack stack) throws SQLException {
    return rows(
        stack,
        """
        select city_id, minute, sum(placed), sum(delivered), sum(cancelled), sum(revenue),
          sum(minutes) / nullif(sum(delivered), 0)
        from (
          select city_id, date_trunc('minute', placed_at, 'UTC') as minute, 1 as placed,
            0 as delivered, 0 as cancelled, 0.000 as revenue, 0::float8 as minutes
          from orders
          union all
          select city_id, date_trunc('minute', delivered_at, 'UTC'), 0, 1, 0, total_amount,
            extract(epoch from delivered_at - placed_at)::float8 / 60
          from orders where delivered_at is not null
          union all
          select city_id, date_trunc('minute', cancelled_at, 'UTC'), 0, 0, 1, 0, 0
          from orders where cancelled_at is not null) as facts
        group by city_id, minute""");
  }

  /** The highest version of each key in the topic. */
  public static Map<Key, Figures> inTopic(Stack stack) {
    Map<Key, JsonNode> newest = new HashMap<>();
    try (TopicReader reader = TopicReader.fromBeginning(stack.kafkaBootstrap(), "city_kpis")) {
      reader.drain(
          record -> {
            JsonNode value = Json.MAPPER.readTree(record.value());
            Key key =
                new Key(
                    value.path("city_id").asInt(),
                    Instant.parse(value.path("window_start").asString()));
            newest.merge(
                key,
                value,
                (known, next) ->
                    next.path("version").asLong() >= known.path("version").asLong() ? next : known);
          });
    }
    Map<Key, Figures> result = new TreeMap<>();
    newest.forEach((key, value) -> result.put(key, figures(value)));
    return result;
  }

  /** The figures in a value of the topic, of the WebSocket or of REST. */
  public static Figures figures(JsonNode value) {
    JsonNode mean = value.path("avg_delivery_minutes");
    return Figures.of(
        value.path("orders").asLong(),
        value.path("delivered").asLong(),
        value.path("cancelled").asLong(),
        value.path("revenue").decimalValue(),
        mean.isNull() || mean.isMissingNode() ? null : mean.asDouble());
  }

  private static Map<Key, Figures> rows(Stack stack, String sql) throws SQLException {
    Map<Key, Figures> result = new TreeMap<>();
    try (Connection connection = stack.jdbc();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        double mean = rows.getDouble(7);
        boolean nothingDelivered = rows.wasNull();
        result.put(
            new Key(rows.getInt(1), rows.getObject(2, OffsetDateTime.class).toInstant()),
            Figures.of(
                rows.getLong(3),
                rows.getLong(4),
                rows.getLong(5),
                rows.getBigDecimal(6),
                nothingDelivered ? null : mean));
      }
    }
    return result;
  }
}
