package io.flavortrend.generator.replay;

import org.jspecify.annotations.Nullable;

/**
 * How much faster than it was lived a history is replayed.
 *
 * @param factor simulated over wall time; infinite for as fast as possible
 */
public record Speed(double factor) {
  /** As fast as the database takes it. */
  public static final Speed MAX = new Speed(Double.POSITIVE_INFINITY);

  /**
   * Reads a speed: a number above 0, or {@code 0} or {@code max} for as fast as possible.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Speed of(String text) {
    if (text.equals("max")) {
      return MAX;
    }
    try {
      double factor = Double.parseDouble(text);
      if (factor == 0) {
        return MAX;
      }
      if (factor > 0 && factor <= 1e9) {
        return new Speed(factor);
      }
    } catch (NumberFormatException e) {
      throw wrong(text, e);
    }
    throw wrong(text, null);
  }

  /** True where nothing waits for the wall clock. */
  public boolean isMax() {
    return Double.isInfinite(factor);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "--speed is '%s': allowed is a number above 0, or max for as fast as possible"
            .formatted(text),
        cause);
  }
}
