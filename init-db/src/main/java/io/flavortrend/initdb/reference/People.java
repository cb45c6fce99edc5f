package io.flavortrend.initdb.reference;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * Couriers 1 to {@value Marketplace#COURIERS} and customers 1 to {@value Marketplace#CUSTOMERS}.
 */
final class People {
  private final CopyTable couriers =
      new CopyTable("public.couriers (id, city_id, vehicle, status, updated_at)");
  private final CopyTable profiles =
      new CopyTable("public.courier_profiles (courier_id, name, phone, updated_at)");
  private final CopyTable customers =
      new CopyTable("public.customers (id, city_id, name, phone, address, updated_at)");

  People(List<City> cities) {
    int[] courierShares = Shares.byPopulation(cities, Marketplace.COURIERS, 6);
    int[] customerShares = Shares.byPopulation(cities, Marketplace.CUSTOMERS, 20);
    int courier = 1;
    int customer = 1;
    for (int i = 0; i < cities.size(); i++) {
      for (int n = 0; n < courierShares[i]; n++) {
        addCourier(courier++, cities.get(i));
      }
      for (int n = 0; n < customerShares[i]; n++) {
        addCustomer(customer++, cities.get(i));
      }
    }
  }

  void write(Connection connection) throws SQLException {
    couriers.write(connection);
    profiles.write(connection);
    customers.write(connection);
  }

  private void addCourier(int id, City city) {
    Random random = Seeds.COURIER.of(id);
    double draw = random.nextDouble();
    String vehicle = draw < 0.75 ? "scooter" : draw < 0.9 ? "bicycle" : "car";
    couriers.add(id, city.id(), vehicle, "idle", Marketplace.UPDATED_AT);
    profiles.add(id, Names.person(random), Names.phone(random), Marketplace.UPDATED_AT);
  }

  private void addCustomer(int id, City city) {
    Random random = Seeds.CUSTOMER.of(id);
    customers.add(
        id,
        city.id(),
        Names.person(random),
        Names.phone(random),
        Names.address(random),
        Marketplace.UPDATED_AT);
  }
}
