package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.values.SlaLimits;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Minutes allowed for each stage; NaN where nothing is said. Kept in Flink's state: a field may be
 * added, none renamed.
 */
public record LimitMinutes(double accept, double prepare, double pickUp, double deliver)
    implements Serializable {

  /** Nothing is said. */
  public static final LimitMinutes UNSAID =
      new LimitMinutes(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** The limits of a contract record. */
  static LimitMinutes of(SlaLimits limits) {
    return new LimitMinutes(
        orNan(limits.acceptMinutes()),
        orNan(limits.prepareMinutes()),
        orNan(limits.pickUpMinutes()),
        orNan(limits.deliverMinutes()));
  }

  /** Minutes allowed; NaN where nothing is said. */
  double of(LimitName limit) {
    return switch (limit) {
      case ACCEPT -> accept;
      case PREPARE -> prepare;
      case PICK_UP -> pickUp;
      case DELIVER -> deliver;
    };
  }

  /** These, and where nothing is said the others. */
  LimitMinutes orElse(LimitMinutes others) {
    return new LimitMinutes(
        said(accept, others.accept),
        said(prepare, others.prepare),
        said(pickUp, others.pickUp),
        said(deliver, others.deliver));
  }

  /** These with one limit set. */
  LimitMinutes with(LimitName limit, double minutes) {
    return switch (limit) {
      case ACCEPT -> new LimitMinutes(minutes, prepare, pickUp, deliver);
      case PREPARE -> new LimitMinutes(accept, minutes, pickUp, deliver);
      case PICK_UP -> new LimitMinutes(accept, prepare, minutes, deliver);
      case DELIVER -> new LimitMinutes(accept, prepare, pickUp, minutes);
    };
  }

  private static double said(double minutes, double other) {
    return Double.isNaN(minutes) ? other : minutes;
  }

  private static double orNan(@Nullable Double minutes) {
    return minutes == null ? Double.NaN : minutes;
  }
}
