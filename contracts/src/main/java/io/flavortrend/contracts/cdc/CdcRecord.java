package io.flavortrend.contracts.cdc;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a captured topic carries: changes of its table and, in between, progress beats.
 *
 * @param <R> the table's row
 */
public sealed interface CdcRecord<R> {

  /**
   * A committed change of one row.
   *
   * @param before the row before; null for a created or snapshot row
   * @param after the row after; null for a deleted row
   * @param capturedAt when Debezium read the change
   */
  record Change<R>(
      Operation operation,
      @Nullable R before,
      @Nullable R after,
      ChangeSource source,
      Instant capturedAt)
      implements CdcRecord<R> {}

  /**
   * Everything committed up to {@code beatAt} stands before this record in its partition. A beat
   * read by a snapshot proves nothing and is decoded with {@code proof} false.
   *
   * @param topic the captured topic the beat was routed to
   * @param partition the partition the beat was routed to
   * @param beatAt commit time in the live domain, simulated time in the log domain; null before the
   *     first beat
   * @param proof false where the beat was read by a snapshot
   */
  record Beat<R>(String topic, int partition, @Nullable Instant beatAt, boolean proof)
      implements CdcRecord<R> {}

  /** Debezium's kinds of change. */
  enum Operation {
    CREATE("c"),
    UPDATE("u"),
    DELETE("d"),
    SNAPSHOT("r");

    private final String code;

    Operation(String code) {
      this.code = code;
    }

    /** Debezium's letter. */
    @JsonValue
    public String code() {
      return code;
    }
  }

  /**
   * Where a change comes from.
   *
   * @param lsn position in the write-ahead log, grows with every commit
   * @param committedAt when the transaction was committed (for a snapshot row: when it was read)
   * @param snapshot true for a row read by a snapshot
   * @param lastOfSnapshot true for the last row of the whole snapshot
   */
  record ChangeSource(long lsn, Instant committedAt, boolean snapshot, boolean lastOfSnapshot) {}
}
