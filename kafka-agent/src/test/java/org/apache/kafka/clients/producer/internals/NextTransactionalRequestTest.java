package org.apache.kafka.clients.producer.internals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;
import org.junit.jupiter.api.Test;

class NextTransactionalRequestTest {
  private static final int BYTES = 1024;

  private final TransactionManager manager =
      new TransactionManager(new LogContext(), "id", 60_000, 100, new ApiVersions(), false);

  private final List<Boolean> lockedWhenAsked = new ArrayList<>();

  @Test
  void recordsAreLookedForUnderTheLockUnderWhichATransactionEnds() {
    assertThat(NextTransactionalRequest.of(manager, accumulator())).isNull();
    assertThat(lockedWhenAsked).containsExactly(true);
  }

  private RecordAccumulator accumulator() {
    Metrics metrics = new Metrics();
    return new RecordAccumulator(
        new LogContext(),
        BYTES,
        Compression.NONE,
        0,
        100,
        1_000,
        120_000,
        metrics,
        "test",
        Time.SYSTEM,
        manager,
        new BufferPool(BYTES, BYTES, metrics, Time.SYSTEM, "test")) {
      @Override
      public boolean hasIncomplete() {
        lockedWhenAsked.add(Thread.holdsLock(manager));
        return super.hasIncomplete();
      }
    };
  }
}
