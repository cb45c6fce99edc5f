package io.flavortrend.inference;

import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVector;

/**
 * What is answered without a model: the time left to prepare plus the time to travel. A pure
 * function of the vector. Waiting for a courier, his way to the restaurant and handing over are
 * flat amounts; rain slows travel by a quarter, and a vehicle has its usual speed where the
 * courier's own is not known.
 */
public final class BaselineEta {
  private static final double PREPARATION_MINUTES = 14;
  private static final double COURIER_MINUTES = 7;
  private static final double APPROACH_MINUTES = 5;
  private static final double HAND_OVER_MINUTES = 2;
  private static final double DISTANCE_KM = 3;
  private static final double RAIN_FACTOR = 1.25;
  private static final double RAIN_MM = 0.2;
  private static final double SLOWEST_KMH = 5;
  private static final double FASTEST_KMH = 60;
  private static final double SPEED_KMH = 18;
  private static final double[] SPEED_KMH_BY_VEHICLE = {13, 21, 24};

  private static final int STAGE = EtaVector.index("stage");
  private static final int PREP_LAST_HOUR = EtaVector.index("restaurant_prep_minutes_mean_1h");
  private static final int PREP_DECAYED = EtaVector.index("restaurant_prep_minutes_decayed");
  private static final int SINCE_ACCEPTED = EtaVector.index("minutes_since_accepted");
  private static final int SINCE_READY = EtaVector.index("minutes_since_ready");
  private static final int DISTANCE = EtaVector.index("distance_km");
  private static final int SPEED = EtaVector.index("courier_speed_kmh_last_n");
  private static final int VEHICLE = EtaVector.index("courier_vehicle");
  private static final int RAIN = EtaVector.index("weather_rain_mm");

  private BaselineEta() {}

  /** Minutes to delivery; finite and above zero whatever is unknown. */
  public static double minutes(double[] vector) {
    double travel = travelMinutes(vector) + HAND_OVER_MINUTES;
    double stage = vector[STAGE];
    if (stage >= Stage.PICKED_UP.ordinal()) {
      return travel;
    }
    boolean assigned = stage >= Stage.ASSIGNED.ordinal();
    double courier = assigned ? APPROACH_MINUTES : COURIER_MINUTES + APPROACH_MINUTES;
    return Math.max(preparationMinutes(vector), courier) + travel;
  }

  private static double preparationMinutes(double[] vector) {
    if (!Double.isNaN(vector[SINCE_READY])) {
      return 0;
    }
    double usual = known(vector[PREP_LAST_HOUR], known(vector[PREP_DECAYED], PREPARATION_MINUTES));
    return Math.max(0, usual - known(vector[SINCE_ACCEPTED], 0));
  }

  private static double travelMinutes(double[] vector) {
    double kmh =
        Math.min(FASTEST_KMH, Math.max(SLOWEST_KMH, known(vector[SPEED], usualKmh(vector))));
    double rain = known(vector[RAIN], 0) >= RAIN_MM ? RAIN_FACTOR : 1;
    return Math.max(0, known(vector[DISTANCE], DISTANCE_KM)) / kmh * 60 * rain;
  }

  private static double usualKmh(double[] vector) {
    double vehicle = vector[VEHICLE];
    return vehicle >= 0 && vehicle < SPEED_KMH_BY_VEHICLE.length
        ? SPEED_KMH_BY_VEHICLE[(int) vehicle]
        : SPEED_KMH;
  }

  private static double known(double value, double otherwise) {
    return Double.isNaN(value) ? otherwise : value;
  }
}
