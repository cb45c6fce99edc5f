package io.flavortrend.generator.simulation;

import java.util.Locale;

/** What a customer can have to say of an order, and how many stars it is worth. */
enum Topic {
  VERY_LATE(-2.1),
  LATE(-1.1),
  FAST(0.6),
  COLD(-1.1),
  HOT(0.4),
  WRONG(-1.6),
  SPILLED(-0.9),
  PACKED(0.2),
  RUDE(-1.2),
  FRIENDLY(0.4),
  BLAND(-1.2),
  TASTY(0.7),
  SMALL(-0.6),
  GENEROUS(0.3),
  DEAR(-0.4),
  PLAIN(0);

  private final double stars;

  Topic(double stars) {
    this.stars = stars;
  }

  /** Stars it gives or takes. */
  double stars() {
    return stars;
  }

  /** The name in the phrase books: lower case. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
