package io.flavortrend.generator.simulation;

import java.util.Locale;

/** What can be made to happen to a city; each changes a cause, none a result. */
public enum ScenarioKind {
  /** It rains and blows: riding is slow, and more people order in. */
  RAIN,
  /** A campaign: more people order. */
  PROMO,
  /** Couriers stay away. */
  OUTAGE;

  /** The name in JSON and on the command line: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
