package io.flavortrend.generator.study;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.MenuItem;
import io.flavortrend.generator.world.Place;
import io.flavortrend.generator.world.Restaurant;
import io.flavortrend.generator.world.World;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/** Four cities for those who have no database at hand, of the sizes that the real ones have. */
final class SampleWorld {
  private static final int[] POPULATIONS = {640_000, 270_000, 130_000, 60_000};
  private static final int PEOPLE_PER_RESTAURANT = 3_800;
  private static final int MENU_SIZE = 8;

  private SampleWorld() {}

  static World make() {
    List<Market> markets = new ArrayList<>();
    for (int i = 0; i < POPULATIONS.length; i++) {
      markets.add(market(i + 1, POPULATIONS[i]));
    }
    return new World(markets, 1, 1, Set.of());
  }

  private static Market market(int id, int population) {
    City city =
        new City(
            id, "Sample " + id, 35 + id * 0.5, 10, population, ZoneId.of("Africa/Tunis"), "TND");
    SplittableRandom random = new SplittableRandom(id);
    Place centre = new Place(city.latitude(), city.longitude());
    double reach = Math.min(6, 1 + Math.sqrt(population) / 160);
    List<Restaurant> restaurants = new ArrayList<>();
    for (long n = 0; n < population / PEOPLE_PER_RESTAURANT; n++) {
      Place place = centre.offset(reach * random.nextDouble(), 2 * Math.PI * random.nextDouble());
      long restaurant = id * 1_000L + n;
      List<MenuItem> menu =
          LongStream.range(0, MENU_SIZE)
              .mapToObj(dish -> new MenuItem(restaurant * 100 + dish, 3_000 + 1_500 * dish))
              .toList();
      restaurants.add(
          new Restaurant(restaurant, id, place.latitude(), place.longitude(), null, null, menu));
    }
    List<Long> customers = LongStream.range(id * 10_000L, id * 10_000L + 1_000).boxed().toList();
    return new Market(city, restaurants, customers, List.of());
  }
}
