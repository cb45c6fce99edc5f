package io.flavortrend.webapi.sentiment;

import java.util.Locale;

/** What reviews are about. */
enum Entity {
  RESTAURANT,
  COURIER;

  /** The name in SQL, JSON and REST. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
