package io.flavortrend.initdb.reference;

import io.flavortrend.initdb.reference.Cuisine.Dish;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Restaurants 1 to {@value Marketplace#RESTAURANTS} and their menus. */
final class Restaurants {
  private static final int MENU_SIZE = 8;

  private final CopyTable restaurants =
      new CopyTable(
          "public.restaurants (id, city_id, name, cuisine, latitude, longitude, opens_at,"
              + " closes_at, updated_at)");
  private final CopyTable menu =
      new CopyTable("public.menu_items (id, restaurant_id, name, price, updated_at)");

  Restaurants(List<City> cities) {
    int[] shares = Shares.byPopulation(cities, Marketplace.RESTAURANTS, 4);
    int id = 1;
    for (int i = 0; i < shares.length; i++) {
      for (int n = 0; n < shares[i]; n++) {
        add(id++, cities.get(i));
      }
    }
  }

  int menuItems() {
    return menu.count();
  }

  void write(Connection connection) throws SQLException {
    restaurants.write(connection);
    menu.write(connection);
  }

  private void add(int id, City city) {
    Random random = Seeds.RESTAURANT.of(id);
    Cuisine cuisine = Cuisine.at(random.nextDouble());
    Place place = Place.near(city, random);
    boolean late = random.nextInt(4) == 0;
    restaurants.add(
        id,
        city.id(),
        Names.pick(cuisine.names(), random) + " " + Names.family(random),
        cuisine.code(),
        place.latitude(),
        place.longitude(),
        late ? "11:30" : "%02d:00".formatted(8 + random.nextInt(4)),
        late ? "01:00" : "%02d:30".formatted(21 + random.nextInt(3)),
        Marketplace.UPDATED_AT);
    addMenu(id, cuisine, random);
  }

  private void addMenu(int restaurantId, Cuisine cuisine, Random random) {
    List<Dish> dishes = new ArrayList<>(cuisine.dishes());
    Collections.shuffle(dishes, random);
    // Dearer and cheaper houses, to the nearest 100 millimes.
    double level = 0.85 + 0.4 * random.nextDouble();
    for (int n = 0; n < MENU_SIZE; n++) {
      Dish dish = dishes.get(n);
      long millimes = Math.round(dish.millimes() * level / 100) * 100;
      menu.add(
          restaurantId * 100L + n,
          restaurantId,
          dish.name(),
          BigDecimal.valueOf(millimes, 3),
          Marketplace.UPDATED_AT);
    }
  }
}
