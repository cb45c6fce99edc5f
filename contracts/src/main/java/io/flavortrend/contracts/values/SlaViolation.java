package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One limit that one order has exceeded; topic {@code sla_violations}, keyed by order id, and table
 * {@code analytics.sla_violations}. A later value of the same order and limit, told by its higher
 * version, replaces the earlier.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param courierId null until a courier is assigned
 * @param limitName the stage that took too long
 * @param limitMinutes time allowed for the stage; of a promise the time from placed to promised
 * @param startedAt when the stage began
 * @param dueAt when the limit passed
 * @param actualAt when the stage was reached; null while it is not
 * @param overrunMinutes from due to actual; null while the stage is not reached
 * @param historical true where the limit had passed long before the platform was told of the order:
 *     history raises no alert
 * @param detectedAt when the job found the violation, by its own clock
 * @param eventTime when the row came to be so: due, reached, or withdrawn
 * @param version twice the log position of the order's newest change, plus one where time alone
 *     brought the row about; never decreases for an order and limit
 * @param trace when the order's newest change was committed and captured, and when the row was
 *     emitted. A limit passes without any change: from commit to emission lies the waiting
 */
public record SlaViolation(
    int schemaVersion,
    long orderId,
    int cityId,
    long restaurantId,
    @Nullable Long courierId,
    LimitName limitName,
    double limitMinutes,
    Instant startedAt,
    Instant dueAt,
    State state,
    @Nullable Instant actualAt,
    @Nullable Double overrunMinutes,
    boolean historical,
    Instant detectedAt,
    Instant eventTime,
    long version,
    Trace trace) {

  /** Version of the JSON Schema {@code sla_violations.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** The stages that have a limit. */
  public enum LimitName {
    /** From placed to accepted. */
    ACCEPT,
    /** From accepted to ready. */
    PREPARE,
    /** From ready to picked up. */
    PICK_UP,
    /** From placed to delivered. */
    DELIVER;

    /** The name in SQL, JSON and REST: lower case. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a violation stands. */
  public enum State {
    /** The limit has passed, and the stage is not reached. */
    OPEN,
    /** The stage was reached after its limit. */
    CLOSED,
    /** The order was cancelled or deleted, or a correction shows that the limit was kept. */
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
   * @param committedAt commit in PostgreSQL of the order's newest change
   * @param capturedAt when Debezium read that change
   * @param emittedAt when the row was handed to the sinks
   */
  public record Trace(Instant committedAt, Instant capturedAt, Instant emittedAt) {}
}
