package io.flavortrend.debezium;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka's transactions end: behind each batch, except that the first snapshot is one
 * transaction. Debezium takes a snapshot that was cut off anew, from its first row; what the first
 * attempt had committed would stand in the topics twice, and rows deleted in between for good.
 *
 * <p>Reads the keys of the position that Debezium's PostgreSQL connector keeps ({@code
 * PostgresOffsetContext}). Thread-safe: it keeps nothing.
 */
final class WholeSnapshot {
  private static final String SNAPSHOT = "snapshot";
  private static final String COMPLETED = "snapshot_completed";

  private WholeSnapshot() {}

  /**
   * Asks for a commit behind this batch, where it does not end within the snapshot.
   *
   * @param batch what is handed on next; null or empty where there is nothing
   * @param transactions null where the worker does not let connectors end transactions
   */
  static void commitBehind(
      @Nullable List<SourceRecord> batch, @Nullable TransactionContext transactions) {
    if (batch != null
        && !batch.isEmpty()
        && transactions != null
        && !isWithin(batch.get(batch.size() - 1).sourceOffset())) {
      transactions.commitTransaction();
    }
  }

  /** Whether a restart from that position would take the snapshot anew. */
  static boolean isWithin(Map<String, ?> position) {
    return position.get(SNAPSHOT) != null && !Boolean.TRUE.equals(position.get(COMPLETED));
  }
}
