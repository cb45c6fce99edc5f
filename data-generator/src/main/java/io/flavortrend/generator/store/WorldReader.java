package io.flavortrend.generator.store;

import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.CourierRecord;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.MenuItem;
import io.flavortrend.generator.world.Restaurant;
import io.flavortrend.generator.world.Vehicle;
import io.flavortrend.generator.world.World;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads what exists before the first order. A city that lacks restaurants or customers is left out.
 */
public final class WorldReader {
  private final Connection connection;

  /**
   * @param connection is read from, and stays open
   */
  public WorldReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * The world as it stands.
   *
   * @throws SQLException when reading fails
   * @throws IllegalArgumentException when no city can have orders
   */
  public World read() throws SQLException {
    Map<Integer, City> cities = cities();
    Map<Integer, List<Restaurant>> restaurants = restaurants(cities, menus());
    Map<Integer, List<Long>> customers = customers();
    Map<Integer, List<CourierRecord>> couriers = couriers();
    List<Market> markets = new ArrayList<>();
    cities.forEach(
        (id, city) -> {
          if (restaurants.containsKey(id) && customers.containsKey(id)) {
            markets.add(
                new Market(
                    city,
                    restaurants.get(id),
                    customers.get(id),
                    couriers.getOrDefault(id, List.of())));
          }
        });
    return new World(markets, next("orders"), next("couriers"), holidays());
  }

  private Map<Integer, City> cities() throws SQLException {
    Map<Integer, City> found = new TreeMap<>();
    each(
        """
        select id, name, latitude, longitude, coalesce(population, 1), timezone, currency
        from cities where latitude is not null and longitude is not null""",
        row ->
            found.put(
                row.getInt(1),
                new City(
                    row.getInt(1),
                    row.getString(2),
                    row.getDouble(3),
                    row.getDouble(4),
                    row.getInt(5),
                    ZoneId.of(row.getString(6)),
                    row.getString(7))));
    return found;
  }

  private Map<Long, List<MenuItem>> menus() throws SQLException {
    Map<Long, List<MenuItem>> found = new HashMap<>();
    each(
        "select restaurant_id, id, price from menu_items order by id",
        row -> {
          BigDecimal price = row.getBigDecimal(3);
          found
              .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
              .add(new MenuItem(row.getLong(2), price.movePointRight(3).longValueExact()));
        });
    return found;
  }

  private Map<Integer, List<Restaurant>> restaurants(
      Map<Integer, City> cities, Map<Long, List<MenuItem>> menus) throws SQLException {
    Map<Integer, List<Restaurant>> found = new HashMap<>();
    each(
        """
        select id, city_id, latitude, longitude, opens_at, closes_at
        from restaurants where not paused and external_ref is null order by id""",
        row -> {
          City city = cities.get(row.getInt(2));
          List<MenuItem> menu = menus.get(row.getLong(1));
          if (city != null && menu != null) {
            double latitude = row.getDouble(3);
            double longitude = row.getDouble(4);
            boolean unknown = row.wasNull();
            found
                .computeIfAbsent(city.id(), id -> new ArrayList<>())
                .add(
                    new Restaurant(
                        row.getLong(1),
                        city.id(),
                        unknown ? city.latitude() : latitude,
                        unknown ? city.longitude() : longitude,
                        row.getObject(5, LocalTime.class),
                        row.getObject(6, LocalTime.class),
                        menu));
          }
        });
    return found;
  }

  private Map<Integer, List<Long>> customers() throws SQLException {
    Map<Integer, List<Long>> found = new HashMap<>();
    each(
        "select city_id, id from customers where external_ref is null order by id",
        row -> found.computeIfAbsent(row.getInt(1), id -> new ArrayList<>()).add(row.getLong(2)));
    return found;
  }

  private Map<Integer, List<CourierRecord>> couriers() throws SQLException {
    Map<Integer, List<CourierRecord>> found = new HashMap<>();
    each(
        "select id, city_id, vehicle, status, updated_at from couriers where external_ref is null"
            + " order by id",
        row ->
            found
                .computeIfAbsent(row.getInt(2), id -> new ArrayList<>())
                .add(
                    new CourierRecord(
                        row.getLong(1),
                        row.getInt(2),
                        Vehicle.of(row.getString(3)),
                        CourierStatus.of(row.getString(4)),
                        Micros.of(row.getObject(5, OffsetDateTime.class).toInstant()))));
    return found;
  }

  private Set<LocalDate> holidays() throws SQLException {
    Set<LocalDate> found = new HashSet<>();
    each("select holiday_date from holidays", row -> found.add(row.getObject(1, LocalDate.class)));
    return found;
  }

  private long next(String table) throws SQLException {
    long[] next = {1};
    each(
        "select coalesce(max(id), 0) + 1 from %s where id < %d".formatted(table, IdRanges.REPLAY),
        row -> next[0] = row.getLong(1));
    return next[0];
  }

  private interface Row {
    void read(ResultSet row) throws SQLException;
  }

  private void each(String sql, Row reader) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery(sql)) {
      while (rows.next()) {
        reader.read(rows);
      }
    }
  }
}
