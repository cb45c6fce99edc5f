package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An order that is later than was predicted for it, or that is predicted to miss its promise; topic
 * {@code dynamic_sla_violations}, keyed by order id, and table {@code
 * analytics.dynamic_sla_violations}. Of the same order and kind the highest version holds.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param courierId null until a courier is assigned
 * @param kind warning or violation
 * @param stage the stage of the prediction that it follows from
 * @param modelVersion whose prediction that was
 * @param predictedDeliveryAt what was predicted
 * @param predictedP10At the early end of its interval
 * @param predictedP90At the late end of its interval
 * @param promisedAt when the customer was told the order would arrive; null where unknown, never
 *     null of a warning
 * @param toleranceMinutes added to the predicted time before an order counts as late; zero of a
 *     warning
 * @param dueAt what passes: the promise of a warning, prediction plus tolerance of a violation
 * @param raisedAt the business instant from which it stands: of a warning the prediction's event
 *     time, of a violation {@code dueAt}
 * @param leadMinutes from {@code raisedAt} to {@code dueAt}; zero of a violation
 * @param expectedOverrunMinutes from {@code dueAt} to what is predicted now; null of a violation
 * @param state where it stands
 * @param actualAt when the order was delivered; null while it is not
 * @param overrunMinutes of a violation from the predicted, of a warning from the promised time to
 *     the actual; negative where a warning did not come true; null while not delivered
 * @param detectedAt when the job found it, by its own clock
 * @param eventTime when the row came to be so
 * @param version four times the log position of the newest change that it follows from, plus one
 *     for a passing of time; never decreases for an order and kind
 * @param trace when the change behind it was committed and captured, and when the row was emitted
 */
public record DynamicSlaViolation(
    int schemaVersion,
    long orderId,
    int cityId,
    long restaurantId,
    @Nullable Long courierId,
    Kind kind,
    Stage stage,
    String modelVersion,
    Instant predictedDeliveryAt,
    @JsonProperty("predicted_p10_at") Instant predictedP10At,
    @JsonProperty("predicted_p90_at") Instant predictedP90At,
    @Nullable Instant promisedAt,
    double toleranceMinutes,
    Instant dueAt,
    Instant raisedAt,
    double leadMinutes,
    @Nullable Double expectedOverrunMinutes,
    State state,
    @Nullable Instant actualAt,
    @Nullable Double overrunMinutes,
    Instant detectedAt,
    Instant eventTime,
    long version,
    Trace trace) {

  /** Version of the JSON Schema {@code dynamic_sla_violations.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** What is told. */
  public enum Kind {
    /** A prediction says that the promise will be missed. */
    EARLY_WARNING,
    /** The order is later than was predicted. */
    VIOLATION;

    /** The name in SQL, JSON and REST: lower case. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where it stands. */
  public enum State {
    /** The order is on its way. */
    OPEN,
    /** The order was delivered: {@code overrunMinutes} says how it ended. */
    CLOSED,
    /** The order was cancelled or deleted, or a later prediction takes it back. */
    WITHDRAWN;

    /** The name in SQL, JSON and REST: lower case. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Instants on the way.
   *
   * @param committedAt commit in PostgreSQL
   * @param capturedAt read by Debezium
   * @param emittedAt handed to the sinks
   */
  public record Trace(Instant committedAt, Instant capturedAt, Instant emittedAt) {}
}
