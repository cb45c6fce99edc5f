package io.flavortrend.generator.live;

import io.flavortrend.generator.simulation.Change;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.world.Market;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Spreads the cities over connections, about the same number of people on each. An order and its
 * courier are of one city: one connection sees all of both, and so keeps their sequence.
 */
final class Writers implements AutoCloseable {
  private static final long DRAIN_MS = 3_000;

  private final List<CityWriter> writers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Map<Integer, CityWriter> byCity = new HashMap<>();

  Writers(
      Database database, List<Market> markets, int connections, Clock clock, Measures measures) {
    long[] people = new long[connections];
    for (int i = 0; i < connections; i++) {
      CityWriter writer = new CityWriter(database, clock, measures);
      writers.add(writer);
      Thread thread = new Thread(writer, "writer-" + (i + 1));
      thread.setDaemon(true);
      threads.add(thread);
    }
    List<Market> largestFirst = new ArrayList<>(markets);
    largestFirst.sort(
        Comparator.comparingInt((Market market) -> market.city().population()).reversed());
    for (Market market : largestFirst) {
      int least = 0;
      for (int i = 1; i < connections; i++) {
        if (people[i] < people[least]) {
          least = i;
        }
      }
      people[least] += Math.max(1, market.city().population());
      byCity.put(market.city().id(), writers.get(least));
    }
    threads.forEach(Thread::start);
  }

  void put(Change change) throws InterruptedException {
    CityWriter writer = byCity.get(change.cityId());
    if (writer == null) {
      throw new IllegalStateException("No writer for city " + change.cityId());
    }
    writer.put(change);
  }

  long oldestPending() {
    return writers.stream().mapToLong(CityWriter::oldestPending).min().orElse(Long.MAX_VALUE);
  }

  @Override
  public void close() throws InterruptedException {
    for (CityWriter writer : writers) {
      if (!writer.drain(DRAIN_MS)) {
        break;
      }
    }
    for (Thread thread : threads) {
      thread.interrupt();
      thread.join(DRAIN_MS);
    }
  }
}
