package io.flavortrend.sentiment;

/** What a score amounts to. */
public enum SentimentLabel {
  NEGATIVE,
  NEUTRAL,
  POSITIVE;

  /** Scores closer to 0 than this are neutral: VADER's own bound (Hutto and Gilbert, 2014). */
  public static final double NEUTRAL_BELOW = 0.05;

  /** The label of a score in [-1, 1]. */
  public static SentimentLabel of(double score) {
    if (score >= NEUTRAL_BELOW) {
      return POSITIVE;
    }
    return score <= -NEUTRAL_BELOW ? NEGATIVE : NEUTRAL;
  }
}
