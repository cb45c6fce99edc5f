package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Vehicle;
import io.flavortrend.generator.world.World;
import java.time.LocalDate;
import java.time.ZonedDateTime;

/**
 * What the business cannot choose: hour, holiday, weather, the kind of day it is, and what
 * scenarios make of them. A function of market and time. A constant pace knows no hours and no
 * days, only weather on the road and scenarios: a measurement must not depend on when it is made.
 */
final class Conditions implements Appetite {
  private static final double PROMO_APPETITE = 1.5;
  private static final double HOLIDAY_APPETITE = 1.15;

  private final Draws draws;
  private final World world;
  private final WeatherStation weather;
  private final Scenarios scenarios;
  private boolean constant;

  Conditions(Draws draws, World world, WeatherStation weather, Scenarios scenarios) {
    this.draws = draws;
    this.world = world;
    this.weather = weather;
    this.scenarios = scenarios;
  }

  /** Whether hours and days make no difference. */
  void constant(boolean evenly) {
    constant = evenly;
  }

  @Override
  public double factor(int market, long at) {
    City city = city(market);
    double promo = 1 + PROMO_APPETITE * scenarios.strength(ScenarioKind.PROMO, city.id(), at);
    if (constant) {
      return promo;
    }
    ZonedDateTime local = local(city, at);
    boolean holiday = isHoliday(local);
    return DayCurve.factor(local, holiday)
        * (holiday ? HOLIDAY_APPETITE : 1)
        * draws.drift(Cause.DEMAND_DAY, city.id(), local.toLocalDate().toEpochDay(), 0.06)
        * weather.sky(market, at).appetite()
        * promo;
  }

  /** The factor by which a way takes longer there and then. */
  double slowing(int market, Vehicle vehicle, long at) {
    double weatherSlows = weather.sky(market, at).slowing(vehicle);
    if (constant) {
      return weatherSlows;
    }
    City city = city(market);
    ZonedDateTime local = local(city, at);
    double streets = Traffic.slowing(local, isHoliday(local));
    // A bicycle passes the cars that wait.
    double felt = vehicle == Vehicle.BICYCLE ? 1 + (streets - 1) * 0.4 : streets;
    return weatherSlows
        * felt
        * draws.drift(Cause.TRAFFIC_DAY, city.id(), local.toLocalDate().toEpochDay(), 0.04);
  }

  /** What day it is for a kitchen's cooks: number of the local day, the same one if constant. */
  long day(int market, long at) {
    return constant ? 0 : local(city(market), at).toLocalDate().toEpochDay();
  }

  /** The share of couriers who come to work. */
  double attendance(int market, long at) {
    return 1 - 0.85 * scenarios.strength(ScenarioKind.OUTAGE, city(market).id(), at);
  }

  private boolean isHoliday(ZonedDateTime local) {
    LocalDate date = local.toLocalDate();
    return world.holidays().contains(date);
  }

  private City city(int market) {
    return world.markets().get(market).city();
  }

  private static ZonedDateTime local(City city, long at) {
    return Micros.instant(at).atZone(city.zone());
  }
}
