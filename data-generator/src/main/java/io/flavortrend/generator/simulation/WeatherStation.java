package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Market;
import java.util.List;
import java.util.function.Consumer;

/**
 * Observes every city's weather once an hour, and at once where a scenario changes it. The weather
 * itself is a function of city and time: whoever rides meets it, observed or not.
 */
final class WeatherStation {
  private final Weather weather;
  private final List<Market> markets;
  private final Scenarios scenarios;
  private final Consumer<Change> sink;
  private final long[] knownHour;
  private final Change.WeatherObserved[] known;

  WeatherStation(
      Weather weather, List<Market> markets, Scenarios scenarios, Consumer<Change> sink) {
    this.weather = weather;
    this.markets = markets;
    this.scenarios = scenarios;
    this.sink = sink;
    knownHour = new long[markets.size()];
    known = new Change.WeatherObserved[markets.size()];
  }

  /** Records the current hour everywhere; the answer is when the next one begins. */
  long observe(long at) {
    for (int i = 0; i < markets.size(); i++) {
      Change.WeatherObserved natural = natural(i, at);
      double strength = rainStrength(i, at);
      sink.accept(strength > 0 ? weather.wetter(natural, strength) : natural);
    }
    return (Math.floorDiv(at, Micros.HOUR) + 1) * Micros.HOUR;
  }

  /** Records one market's weather between the hours. */
  void observe(int market, long at) {
    Change.WeatherObserved natural = natural(market, at);
    double strength = rainStrength(market, at);
    sink.accept(weather.between(strength > 0 ? weather.wetter(natural, strength) : natural, at));
  }

  /** The weather to ride in. */
  Sky sky(int market, long at) {
    Change.WeatherObserved natural = natural(market, at);
    double strength = rainStrength(market, at);
    if (strength > 0) {
      Change.WeatherObserved wet = weather.wetter(natural, strength);
      return new Sky(wet.rainMm(), wet.windKmh());
    }
    return new Sky(natural.rainMm(), natural.windKmh());
  }

  private double rainStrength(int market, long at) {
    return scenarios.strength(ScenarioKind.RAIN, markets.get(market).city().id(), at);
  }

  private Change.WeatherObserved natural(int market, long at) {
    long hour = Math.floorDiv(at, Micros.HOUR);
    Change.WeatherObserved found = known[market];
    if (found == null || knownHour[market] != hour) {
      found = weather.at(markets.get(market).city(), at);
      known[market] = found;
      knownHour[market] = hour;
    }
    return found;
  }
}
