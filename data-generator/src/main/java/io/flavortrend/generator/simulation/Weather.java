package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.City;
import java.time.ZonedDateTime;

/**
 * The weather of an hour in a city: a yearly and a daily wave of temperature, spells of a day with
 * rain in the cool half of the year, and chance. Depends on seed, city and hour alone.
 */
final class Weather {
  private static final long CITY_SPAN = 10_000;

  private final Draws draws;

  Weather(Draws draws) {
    this.draws = draws;
  }

  Change.WeatherObserved at(City city, long micros) {
    long hour = Math.floorDiv(micros, Micros.HOUR);
    long start = hour * Micros.HOUR;
    ZonedDateTime local = Micros.instant(start).atZone(city.zone());
    double season = Math.cos(2 * Math.PI * (local.getDayOfYear() - 205) / 365.0);
    double daily = Math.cos(2 * Math.PI * (local.getHour() - 15) / 24.0);
    long id = hour * CITY_SPAN + city.id();
    double temperature =
        19 + 8 * season + 4.5 * daily + 4 * (draws.uniform(Cause.WEATHER, id, 0) - 0.5);
    long spell = Math.floorDiv(hour, 24) * CITY_SPAN + city.id();
    boolean wetDay = draws.uniform(Cause.WEATHER, spell, 1) < 0.16 - 0.13 * season;
    double rain =
        wetDay && draws.uniform(Cause.WEATHER, id, 2) < 0.5
            ? Math.min(25, 2.5 * draws.exponential(Cause.WEATHER, id, 3))
            : 0;
    double wind = 8 + 9 * draws.exponential(Cause.WEATHER, id, 4);
    return new Change.WeatherObserved(
        city.id(),
        id,
        condition(id, rain, wind),
        round(temperature),
        round(rain),
        round(wind),
        start);
  }

  /** The same hour with a front of that strength over it. */
  Change.WeatherObserved wetter(Change.WeatherObserved dry, double strength) {
    double rain = round(Math.max(dry.rainMm(), 2 + 10 * strength));
    double wind = round(Math.max(dry.windKmh(), 12 + 28 * strength));
    return new Change.WeatherObserved(
        dry.cityId(),
        dry.id(),
        condition(dry.id(), rain, wind),
        round(dry.temperatureC() - 3 * strength),
        rain,
        wind,
        dry.at());
  }

  /** The observation as one that is made between the hours, with an id of its own. */
  Change.WeatherObserved between(Change.WeatherObserved observed, long at) {
    return new Change.WeatherObserved(
        observed.cityId(),
        Math.floorDiv(at, Micros.SECOND / 10) * CITY_SPAN + observed.cityId(),
        observed.condition(),
        observed.temperatureC(),
        observed.rainMm(),
        observed.windKmh(),
        at);
  }

  private String condition(long id, double rain, double wind) {
    if (rain > 0) {
      return rain > 8 ? "storm" : "rain";
    }
    if (wind > 40) {
      return "wind";
    }
    double sky = draws.uniform(Cause.WEATHER, id, 5);
    return sky < 0.03 ? "fog" : sky < 0.35 ? "clouds" : "clear";
  }

  private static double round(double value) {
    return Math.round(value * 10) / 10.0;
  }
}
