package io.flavortrend.jobs.etaprediction;

import io.flavortrend.features.catalogue.FeatureEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why a prediction is degraded; kept as bits, so that none is renamed and new ones come last. */
enum DegradedBy {
  RESTAURANT_FEATURES_LATE,
  COURIER_FEATURES_LATE,
  CITY_FEATURES_LATE,
  RESTAURANT_FEATURES_MISSING,
  COURIER_FEATURES_MISSING,
  CITY_FEATURES_MISSING,
  WEATHER_LATE,
  WEATHER_MISSING,
  LOOKUP_MISSING;

  /** The only bit that is set for it. */
  int bit() {
    return 1 << ordinal();
  }

  /** The code in predictions: lower case. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A group of features that was not known to be complete in time. */
  static DegradedBy late(FeatureEntity entity) {
    return switch (entity) {
      case RESTAURANT -> RESTAURANT_FEATURES_LATE;
      case COURIER -> COURIER_FEATURES_LATE;
      case CITY -> CITY_FEATURES_LATE;
    };
  }

  /** A group of features of which nothing was known. */
  static DegradedBy missing(FeatureEntity entity) {
    return switch (entity) {
      case RESTAURANT -> RESTAURANT_FEATURES_MISSING;
      case COURIER -> COURIER_FEATURES_MISSING;
      case CITY -> CITY_FEATURES_MISSING;
    };
  }

  /** The codes of all bits that are set. */
  static List<String> codes(int bits) {
    if (bits == 0) {
      return List.of();
    }
    List<String> codes = new ArrayList<>(2);
    for (DegradedBy reason : values()) {
      if ((bits & reason.bit()) != 0) {
        codes.add(reason.code());
      }
    }
    return codes;
  }
}
