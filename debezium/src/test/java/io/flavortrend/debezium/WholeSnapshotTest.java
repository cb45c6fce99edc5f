package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WholeSnapshotTest {
  private static final Map<String, ?> WITHIN =
      Map.of("lsn", 1L, "snapshot", "INITIAL", "snapshot_completed", false);
  private static final Map<String, ?> LAST =
      Map.of("lsn", 1L, "snapshot", "INITIAL", "snapshot_completed", true);
  private static final Map<String, ?> STREAMED = Map.of("lsn", 2L);

  @Test
  void aBatchWithinTheSnapshotIsNotCommitted() {
    assertThat(isCommitted(batch(WITHIN))).isFalse();
    assertThat(isCommitted(batch(WITHIN, WITHIN))).isFalse();
  }

  @Test
  void theSnapshotsLastBatchIsCommittedAndEachOneAfterIt() {
    assertThat(isCommitted(batch(WITHIN, LAST))).isTrue();
    assertThat(isCommitted(batch(WITHIN, STREAMED))).isTrue();
    assertThat(isCommitted(batch(STREAMED))).isTrue();
  }

  @Test
  void nothingIsAskedForWhereNothingIsHandedOn() {
    assertThat(isCommitted(null)).isFalse();
    assertThat(isCommitted(List.of())).isFalse();
  }

  @Test
  void aWorkerThatEndsTransactionsItselfIsLeftAlone() {
    WholeSnapshot.commitBehind(batch(STREAMED), null);
  }

  private static boolean isCommitted(@Nullable List<SourceRecord> batch) {
    Asked asked = new Asked();
    WholeSnapshot.commitBehind(batch, asked);
    return asked.commit;
  }

  @SafeVarargs
  private static List<SourceRecord> batch(Map<String, ?>... positions) {
    return List.of(positions).stream()
        .map(position -> new SourceRecord(Map.of(), position, "topic", null, null))
        .toList();
  }

  /** What the worker was asked for. */
  private static final class Asked implements TransactionContext {
    private boolean commit;

    @Override
    public void commitTransaction() {
      commit = true;
    }

    @Override
    public void commitTransaction(SourceRecord record) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void abortTransaction() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void abortTransaction(SourceRecord record) {
      throw new UnsupportedOperationException();
    }
  }
}
