package io.flavortrend.generator.simulation;

/**
 * Random numbers that depend on nothing but seed, cause and the id of what they are about: the same
 * order draws the same fate in whatever order, at whatever pace and after whatever restart it is
 * asked for. Immutable and thread-safe.
 */
final class Draws {
  private static final double DAILY = 0.7;
  private static final int DAYS_REMEMBERED = 8;

  private final long seed;

  /** Of all that is not lasting: the same as {@code seed} except in another future. */
  private final long fate;

  Draws(long seed) {
    this.seed = mix(seed + 0x9E3779B97F4A7C15L);
    this.fate = this.seed;
  }

  private Draws(long seed, long fate) {
    this.seed = seed;
    this.fate = fate;
  }

  /** The same cities, restaurants, couriers and weather, with another fate for every order. */
  Draws inFuture(long number) {
    return new Draws(seed, mix(fate + mix(number + 1)));
  }

  /** Uniform in (0, 1), both excluded. */
  double uniform(Cause cause, long id, long variant) {
    long from = cause.isLasting() ? seed : fate;
    long bits = mix(from ^ mix(id * 0xD1342543DE82EF95L + cause.ordinal() + 1));
    bits = mix(bits + variant * 0x9E3779B97F4A7C15L);
    return ((bits >>> 11) + 0.5) * 0x1.0p-53;
  }

  double uniform(Cause cause, long id) {
    return uniform(cause, id, 0);
  }

  /** A whole number from 0 to {@code size} − 1. */
  int index(Cause cause, long id, long variant, int size) {
    return (int) (uniform(cause, id, variant) * size);
  }

  /** Exponential with mean 1. */
  double exponential(Cause cause, long id, long variant) {
    return -Math.log(uniform(cause, id, variant));
  }

  /** Normal with mean 0 and deviation 1. */
  double normal(Cause cause, long id, long variant) {
    double radius = Math.sqrt(-2 * Math.log(uniform(cause, id, variant + 1_000_003)));
    return radius * Math.cos(2 * Math.PI * uniform(cause, id, variant + 2_000_003));
  }

  /** Log-normal with median 1; {@code sigma} is the spread of its logarithm. */
  double spread(Cause cause, long id, long variant, double sigma) {
    return Math.exp(sigma * normal(cause, id, variant));
  }

  /**
   * Log-normal with median 1 that drifts from day to day: what a day is like, the days before still
   * show in it, by half after two days. Needs no memory: a weighted sum of each day's own draw.
   *
   * @param day number of the day since 1970
   */
  double drift(Cause cause, long id, long day, double sigma) {
    double sum = 0;
    double weight = Math.sqrt(1 - DAILY * DAILY);
    for (int back = 0; back < DAYS_REMEMBERED; back++) {
      sum += weight * normal(cause, id, day - back);
      weight *= DAILY;
    }
    return Math.exp(sigma * sum);
  }

  /** The finalizer of SplitMix64: every bit of the input moves every bit of the output. */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
