package io.flavortrend.jobs.frame.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.jobs.testing.OrderLog;
import io.flavortrend.jobs.testing.Orders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class ReadChangesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LATENESS = Duration.ofHours(1);

  /** Reads an order's placing, closed an hour after. */
  private static final class Placings implements ChangeReading<OrderRow, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<Long> read(Change<OrderRow> change) throws ContractViolationException {
      OrderRow order = change.after();
      if (order == null) {
        return List.of();
      }
      if (order.itemCount() != null) {
        throw new ContractViolationException(Reason.CONTRACT, "items are not for us");
      }
      return List.of(
          order.id() * order.totalAmount().longValueExact(), order.placedAt().toEpochMilli());
    }

    @Override
    public long closesAt(Long item) {
      // Ids never close; instants do.
      return item < 1_000_000 ? Long.MAX_VALUE : item + LATENESS.toMillis();
    }
  }

  private final OrderLog zero = new OrderLog(0);
  private final OrderLog one = new OrderLog(1);

  @Test
  void beatsGoNoFurtherAndTombstonesSayNothing() throws Exception {
    try (var harness = started()) {
      harness.processElement(zero.beat(NOW), 0);
      harness.processElement(zero.record(null), 0);
      assertThat(harness.extractOutputValues()).isEmpty();
      assertThat(letters(harness)).isEmpty();
    }
  }

  @Test
  void aRecordThatCannotBeReadLeavesWithAllThatIsNeededToReplayIt() throws Exception {
    byte[] broken = "{not json".getBytes(StandardCharsets.UTF_8);
    try (var harness = started()) {
      harness.setProcessingTime(NOW.toEpochMilli());
      zero.record(null);
      harness.processElement(zero.record(broken), 0);
      harness.processElement(order(zero, 1, NOW), 0);
      assertThat(letters(harness))
          .singleElement()
          .satisfies(
              letter -> {
                assertThat(letter.sourceTopic()).isEqualTo(OrderLog.TOPIC);
                assertThat(letter.sourcePartition()).isZero();
                assertThat(letter.sourceOffset()).isEqualTo(1);
                assertThat(letter.consumer()).isEqualTo("a-job");
                assertThat(letter.reason()).isEqualTo(Reason.MALFORMED);
                assertThat(letter.failedAt()).isEqualTo(NOW);
                assertThat(Base64.getDecoder().decode(letter.rawBase64())).isEqualTo(broken);
              });
      assertThat(harness.extractOutputValues()).hasSize(2);
    }
  }

  @Test
  void whatBreaksTheContractIsSaidSo() throws Exception {
    try (var harness = started()) {
      harness.processElement(zero.record("{}".getBytes(StandardCharsets.UTF_8)), 0);
      harness.processElement(
          zero.change(null, Orders.placed(1, 1, NOW).costing("1.5").row(), NOW), 0);
      assertThat(letters(harness)).extracting(DeadLetter::reason).containsOnly(Reason.CONTRACT);
      assertThat(letters(harness)).hasSize(2);
      assertThat(harness.extractOutputValues()).isEmpty();
    }
  }

  @Test
  void latenessIsJudgedByTheRecordsOwnPartition() throws Exception {
    Instant old = NOW.minus(LATENESS).minusMillis(1);
    try (var harness = started()) {
      harness.processElement(zero.beat(NOW), 0);
      harness.processElement(order(zero, 1, old), 0);
      harness.processElement(order(one, 2, old), 0);
      assertThat(harness.extractOutputValues()).containsExactly(1L, 2L, old.toEpochMilli());
      assertThat(letters(harness))
          .extracting(DeadLetter::reason, DeadLetter::sourcePartition, DeadLetter::sourceOffset)
          .containsExactly(tuple(Reason.LATE, 0, 1L));
      assertThat(letters(harness).get(0).detail()).startsWith("1 of 2 items came after");
    }
  }

  @Test
  void atTheLastMillisecondNothingIsLate() throws Exception {
    try (var harness = started()) {
      harness.processElement(zero.beat(NOW), 0);
      harness.processElement(order(zero, 1, NOW.minus(LATENESS)), 0);
      assertThat(letters(harness)).isEmpty();
    }
  }

  @Test
  void snapshotRowsMayBeMonthsOldSinceNothingIsProvenYet() throws Exception {
    Instant monthsAgo = NOW.minus(Duration.ofDays(90));
    try (var harness = started()) {
      // The other partition has long come further, and a snapshot's own beat proves nothing.
      harness.processElement(one.beat(NOW), 0);
      harness.processElement(zero.beat(0, NOW, true), 0);
      harness.processElement(
          zero.snapshotRow(Orders.placed(1, 1, monthsAgo).costing("1").row(), NOW), 0);
      assertThat(harness.extractOutputValues()).hasSize(2);
      assertThat(letters(harness)).isEmpty();
    }
  }

  @Test
  void aRestoreKnowsHowFarEachPartitionHadCome() throws Exception {
    Instant old = NOW.minus(LATENESS).minusMillis(1);
    OperatorSubtaskState snapshot;
    try (var harness = started()) {
      harness.processElement(zero.beat(NOW), 0);
      snapshot = harness.snapshot(1, 1);
    }
    try (var harness = harness()) {
      harness.initializeState(snapshot);
      harness.open();
      harness.processElement(order(zero, 1, old), 0);
      harness.processElement(order(one, 2, old), 0);
      assertThat(letters(harness)).extracting(DeadLetter::sourcePartition).containsExactly(0);
    }
  }

  private static CapturedRecord<OrderRow> order(OrderLog log, long id, Instant placedAt) {
    return log.change(null, Orders.placed(id, 1, placedAt).costing("1").row(), NOW);
  }

  private static List<DeadLetter> letters(OneInputStreamOperatorTestHarness<?, ?> harness) {
    Collection<StreamRecord<DeadLetter>> side = harness.getSideOutput(ReadChanges.DEAD_LETTERS);
    return side == null ? List.of() : side.stream().map(StreamRecord::getValue).toList();
  }

  static OneInputStreamOperatorTestHarness<CapturedRecord<OrderRow>, Long> harness()
      throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new ProcessOperator<>(new ReadChanges<>("a-job", new Placings())));
  }

  private static OneInputStreamOperatorTestHarness<CapturedRecord<OrderRow>, Long> started()
      throws Exception {
    var harness = harness();
    harness.open();
    return harness;
  }
}
