package io.flavortrend.generator.store;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.NewOrder;
import io.flavortrend.generator.simulation.StoredOrder;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the application's own orders that are open, or were of late: of the last hours, but not
 * more than can be read at a start. Those of a replay are the replay's.
 */
public final class RecentOrders {
  private static final int MOST = 100_000;

  private static final String QUERY =
      """
      select o.id, o.city_id, o.customer_id, o.restaurant_id, o.placed_at, o.promised_at,
        o.distance_km, o.item_count, o.total_amount, o.currency,
        coalesce(o.dropoff_latitude, c.latitude, 0), coalesce(o.dropoff_longitude, c.longitude, 0),
        o.status, o.courier_id, o.accepted_at, o.assigned_at, o.ready_at, o.picked_up_at,
        o.updated_at
      from orders o join cities c on c.id = o.city_id
      where o.id < %1$d and (o.status not in ('delivered', 'cancelled')
        or o.id > (select coalesce(max(id), 0) - %2$d from orders where id < %1$d)
          and o.placed_at > now() - interval '3 hours')
      order by o.id"""
          .formatted(IdRanges.REPLAY, MOST);

  private RecentOrders() {}

  /** True where the application has never written an order. */
  public static boolean none(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                "select from orders where id < %d limit 1".formatted(IdRanges.REPLAY))) {
      return !rows.next();
    }
  }

  /** All of them by id. */
  public static List<StoredOrder> read(Connection connection) throws SQLException {
    List<StoredOrder> found = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(QUERY)) {
      while (row.next()) {
        found.add(order(row));
      }
    }
    return found;
  }

  private static StoredOrder order(ResultSet row) throws SQLException {
    BigDecimal kilometres = row.getBigDecimal(7);
    NewOrder placed =
        new NewOrder(
            row.getLong(1),
            row.getInt(2),
            row.getLong(3),
            row.getLong(4),
            micros(row, 5),
            micros(row, 6),
            kilometres == null ? 3_000 : kilometres.movePointRight(3).intValue(),
            row.getInt(8),
            row.getBigDecimal(9).movePointRight(3).longValue(),
            row.getString(10),
            row.getDouble(11),
            row.getDouble(12),
            List.of());
    long courier = row.getLong(14);
    return new StoredOrder(
        placed,
        OrderStatus.valueOf(row.getString(13).toUpperCase(Locale.ROOT)),
        row.wasNull() ? null : courier,
        micros(row, 15),
        micros(row, 16),
        micros(row, 17),
        micros(row, 18),
        micros(row, 19));
  }

  private static long micros(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? 0 : Micros.of(at.toInstant());
  }
}
