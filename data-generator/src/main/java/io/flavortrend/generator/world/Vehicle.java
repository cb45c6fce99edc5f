package io.flavortrend.generator.world;

import java.util.Locale;

/** What a courier rides, and how fast it gets through a city. */
public enum Vehicle {
  BICYCLE(12),
  SCOOTER(19),
  CAR(17);

  private final double kilometresPerHour;

  Vehicle(double kilometresPerHour) {
    this.kilometresPerHour = kilometresPerHour;
  }

  /** Mean speed in city traffic, stops included. */
  public double kilometresPerHour() {
    return kilometresPerHour;
  }

  /** The name in SQL: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The vehicle of that name in SQL. */
  public static Vehicle of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
