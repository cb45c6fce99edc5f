package io.flavortrend.generator.simulation;

import io.flavortrend.generator.world.Market;
import java.util.List;
import java.util.function.Consumer;

/** Observes every city's weather once an hour, and remembers the rain for those who ride in it. */
final class WeatherStation {
  private final Weather weather;
  private final List<Market> markets;
  private final Consumer<Change> sink;
  private final double[] rain;

  WeatherStation(Weather weather, List<Market> markets, Consumer<Change> sink) {
    this.weather = weather;
    this.markets = markets;
    this.sink = sink;
    this.rain = new double[markets.size()];
  }

  /** Records the current hour; the answer is when the next one begins. */
  long observe(long at) {
    for (int i = 0; i < rain.length; i++) {
      Change.WeatherObserved observed = weather.at(markets.get(i).city(), at);
      rain[i] = observed.rainMm();
      sink.accept(observed);
    }
    return (Math.floorDiv(at, Micros.HOUR) + 1) * Micros.HOUR;
  }

  /** Rain of the hour in that market, millimetres. */
  double rainMm(int market) {
    return rain[market];
  }
}
