package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.CourierRecord;
import io.flavortrend.generator.world.CourierStatus;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.MenuItem;
import io.flavortrend.generator.world.Restaurant;
import io.flavortrend.generator.world.Vehicle;
import io.flavortrend.generator.world.World;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** A small world: two cities, one three times as large. */
final class Worlds {
  private Worlds() {}

  static World small() {
    return new World(List.of(market(1, 300_000), market(2, 100_000)), 1, 1_000, Set.of());
  }

  /** Staffing of the small world at that pace, in dry weather. */
  static Staffing staffing(Pace pace) {
    World world = small();
    Draws draws = new Draws(1);
    Scenarios scenarios = new Scenarios();
    Conditions conditions =
        new Conditions(
            draws,
            world,
            new WeatherStation(new Weather(draws), world.markets(), scenarios, change -> {}),
            scenarios);
    conditions.constant(pace.constant());
    return new Staffing(
        world.markets(), new Demand(draws, world.markets(), pace, conditions), conditions);
  }

  private static Market market(int id, int population) {
    City city =
        new City(id, "City " + id, 36 + id, 10, population, ZoneId.of("Africa/Tunis"), "TND");
    List<Restaurant> restaurants =
        IntStream.range(0, 10)
            .mapToObj(
                i ->
                    new Restaurant(
                        id * 100L + i,
                        id,
                        36 + id + i * 0.003,
                        10,
                        null,
                        null,
                        List.of(new MenuItem(i * 10 + 1, 4_500), new MenuItem(i * 10 + 2, 12_250))))
            .toList();
    List<CourierRecord> couriers =
        LongStream.range(0, 20)
            .mapToObj(
                i ->
                    new CourierRecord(
                        id * 100L + i,
                        id,
                        Vehicle.SCOOTER,
                        i < 15 ? CourierStatus.IDLE : CourierStatus.OFFLINE,
                        0))
            .toList();
    return new Market(
        city,
        restaurants,
        LongStream.range(id * 1_000L, id * 1_000L + 50).boxed().toList(),
        couriers);
  }
}
