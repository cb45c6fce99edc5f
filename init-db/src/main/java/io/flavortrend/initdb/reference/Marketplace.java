package io.flavortrend.initdb.reference;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The live domain's restaurants, menus, couriers and customers, dealt to the cities in proportion
 * to population. Everything follows from ids, so that the same id is the same in every database.
 */
public final class Marketplace {
  static final int RESTAURANTS = 600;
  static final int COURIERS = 1_200;
  static final int CUSTOMERS = 6_000;

  /** When the application made these rows, as far as anybody can tell. */
  static final String UPDATED_AT = "2026-01-01T00:00:00Z";

  private final Connection connection;

  /**
   * @param connection transaction of the schema's owner, stays the caller's to commit and close
   */
  public Marketplace(Connection connection) {
    this.connection = connection;
  }

  /**
   * Fills the tables; leaves them alone once there is a restaurant.
   *
   * @param done what was done is added here, one sentence
   * @throws SQLException when the server refuses
   */
  public void seed(List<String> done) throws SQLException {
    if (anyRestaurant()) {
      return;
    }
    List<City> cities = cities();
    Restaurants restaurants = new Restaurants(cities);
    People people = new People(cities);
    restaurants.write(connection);
    people.write(connection);
    done.add(
        "added %d restaurants with %d menu items, %d couriers, %d customers"
            .formatted(RESTAURANTS, restaurants.menuItems(), COURIERS, CUSTOMERS));
  }

  private boolean anyRestaurant() throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("select from public.restaurants limit 1")) {
      return rows.next();
    }
  }

  private List<City> cities() throws SQLException {
    List<City> cities = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet rows =
            query.executeQuery(
                """
                select id, latitude, longitude, population from public.cities
                where latitude is not null and longitude is not null and population is not null
                order by id""")) {
      while (rows.next()) {
        cities.add(new City(rows.getInt(1), rows.getDouble(2), rows.getDouble(3), rows.getInt(4)));
      }
    }
    return cities;
  }
}
