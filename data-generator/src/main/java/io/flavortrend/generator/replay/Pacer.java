package io.flavortrend.generator.replay;

import io.flavortrend.generator.simulation.Micros;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Tells how far simulated time has come. Not thread-safe. */
final class Pacer {
  private static final long SLICE_MS = 20;

  private final Speed speed;
  private final Clock clock;
  private final boolean byClock;
  private final long simulatedStart;
  private final long nanosStart;

  /**
   * @param from simulated time of the first event to write, microseconds since 1970
   * @param byClock true: simulated time is the clock's, since history was moved up to it
   */
  Pacer(Speed speed, Clock clock, long from, boolean byClock) {
    this.speed = speed;
    this.clock = clock;
    this.byClock = byClock;
    this.simulatedStart = from;
    this.nanosStart = System.nanoTime();
  }

  long simulatedNow() {
    if (speed.isMax()) {
      return Long.MAX_VALUE;
    }
    if (byClock) {
      return Micros.of(clock.instant());
    }
    double elapsedMicros = (System.nanoTime() - nanosStart) / 1_000.0;
    return simulatedStart + (long) (elapsedMicros * speed.factor());
  }

  /** Waits until the next slice is worth a transaction. */
  void pause() throws InterruptedException {
    if (!speed.isMax()) {
      TimeUnit.MILLISECONDS.sleep(SLICE_MS);
    }
  }
}
