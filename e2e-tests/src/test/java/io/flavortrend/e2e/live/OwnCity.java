package io.flavortrend.e2e.live;

import io.flavortrend.e2e.stack.Stack;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A city in which only the test orders, written as an application would: by SQL, as flavor_app. It
 * has no coordinates, for which reason the simulator leaves it alone.
 */
final class OwnCity implements AutoCloseable {
  /**
   * Above all that the simulator and a replay make: a simulator that starts again counts on from
   * the highest id of its own range, and must not meet the orders of a test there.
   */
  private static final long FIRST_ID = 9_000_000_000_000L;

  private final Connection connection;
  private final int id;

  private OwnCity(Connection connection, int id) {
    this.connection = connection;
    this.id = id;
  }

  /** Makes the city with one restaurant, customer and courier where it is not there yet. */
  static OwnCity open(Stack stack, int id) throws SQLException {
    Connection connection = stack.jdbc("flavor_app");
    try (Statement sql = connection.createStatement()) {
      sql.execute(
          """
          insert into cities (id, name, timezone, currency, updated_at)
          values (%1$d, 'Own %1$d', 'Africa/Tunis', 'TND', now()) on conflict do nothing;
          insert into customers (id, city_id, updated_at)
          values (%2$d, %1$d, now()) on conflict do nothing;
          insert into restaurants (id, city_id, name, updated_at)
          values (%2$d, %1$d, 'Own kitchen', now()) on conflict do nothing;
          insert into couriers (id, city_id, vehicle, status, updated_at)
          values (%2$d, %1$d, 'scooter', 'idle', now()) on conflict do nothing;
          """
              .formatted(id, FIRST_ID + id));
    }
    return new OwnCity(connection, id);
  }

  int id() {
    return id;
  }

  /** Places an order now; returns its id. */
  long place(BigDecimal amount) throws SQLException {
    return placeAt(amount, now());
  }

  /** Places an order dated then; returns its id. */
  long placeAt(BigDecimal amount, Instant placedAt) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into orders (id, customer_id, restaurant_id, city_id, status, placed_at,
              total_amount, currency, item_count, updated_at)
            select greatest(max(id), ?) + 1, ?, ?, ?, 'placed', ?, ?, 'TND', 1, ? from orders
            returning id""")) {
      insert.setLong(1, FIRST_ID);
      insert.setLong(2, FIRST_ID + id);
      insert.setLong(3, FIRST_ID + id);
      insert.setInt(4, id);
      insert.setObject(5, at(placedAt));
      insert.setBigDecimal(6, amount);
      insert.setObject(7, at(placedAt));
      try (var rows = insert.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  /** Moves an order on, now; the time of the transition. */
  Instant move(long order, String status) throws SQLException {
    Instant now = now();
    String courier = status.equals("assigned") ? ", courier_id = " + (FIRST_ID + id) : "";
    try (PreparedStatement update =
        connection.prepareStatement(
            "update orders set status = ?, %s_at = ?, updated_at = ?%s where id = ?"
                .formatted(status, courier))) {
      update.setString(1, status);
      update.setObject(2, at(now));
      update.setObject(3, at(now));
      update.setLong(4, order);
      if (update.executeUpdate() != 1) {
        throw new SQLException("There is no order " + order);
      }
    }
    return now;
  }

  /** When the order was placed. */
  Instant placedAt(long order) throws SQLException {
    try (Statement sql = connection.createStatement();
        var rows = sql.executeQuery("select placed_at from orders where id = " + order)) {
      rows.next();
      return rows.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** As PostgreSQL keeps it. */
  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
