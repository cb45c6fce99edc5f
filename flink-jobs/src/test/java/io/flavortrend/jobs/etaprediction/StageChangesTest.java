package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** From an enriched order to a question, or none. */
class StageChangesTest {
  private static final Instant NOON = TestQuestions.NOON;

  private static final class Harness
      extends KeyedOneInputStreamOperatorTestHarness<Long, OrderNews, EtaQuestion> {
    private final OrderReading reading;

    Harness(TimeDomain domain) throws Exception {
      super(
          new KeyedProcessOperator<>(new StageChanges(Duration.ofHours(24))),
          OrderNews::orderId,
          Types.LONG);
      reading = new OrderReading(domain, Duration.ofMinutes(10));
      open();
      setStateTtlProcessingTime(0);
    }

    void tell(TestOrders order) throws Exception {
      OrderMessage message = reading.read(new RecordPosition("", 0, 0, ""), order.enriched());
      if (message != null && message.news() != null) {
        processElement(new StreamRecord<>(message.news()));
      }
    }

    List<Stage> stages() {
      return extractOutputValues().stream().map(EtaQuestion::stage).toList();
    }
  }

  @Test
  void onlyStagesAreAskedAbout() throws Exception {
    try (Harness harness = new Harness(TimeDomain.LIVE)) {
      for (OrderStatus status : OrderStatus.values()) {
        harness.tell(order(status, status.ordinal() + 1));
      }
      assertThat(harness.stages()).containsExactly(Stage.PLACED, Stage.ASSIGNED, Stage.PICKED_UP);
    }
  }

  @Test
  void anOrderSeenLateIsAskedAboutWhereItStands() throws Exception {
    try (Harness harness = new Harness(TimeDomain.LIVE)) {
      harness.tell(order(OrderStatus.PICKED_UP, 5));
      harness.tell(order(OrderStatus.PLACED, 1));
      assertThat(harness.stages()).containsExactly(Stage.PICKED_UP);
    }
  }

  @Test
  void whatIsToldAgainIsNotAskedAgain() throws Exception {
    try (Harness harness = new Harness(TimeDomain.LIVE)) {
      harness.tell(order(OrderStatus.PLACED, 1));
      harness.tell(order(OrderStatus.PLACED, 1));
      // A newer version that says the same.
      harness.tell(order(OrderStatus.PLACED, 2));
      harness.tell(order(OrderStatus.DELIVERED, 9));
      // The enrichment tells all since its checkpoint.
      harness.tell(order(OrderStatus.PLACED, 1));
      harness.tell(order(OrderStatus.ASSIGNED, 4));
      assertThat(harness.stages()).containsExactly(Stage.PLACED);
    }
  }

  @Test
  void aCorrectedOrderIsAskedAboutAgainWhileItIsOpen() throws Exception {
    try (Harness harness = new Harness(TimeDomain.LIVE)) {
      harness.tell(order(OrderStatus.PLACED, 16).withoutLookups());
      harness.tell(order(OrderStatus.PLACED, 17));
      assertThat(harness.extractOutputValues())
          .extracting(EtaQuestion::degraded)
          .containsExactly(DegradedBy.LOOKUP_MISSING.bit(), 0);
      harness.tell(order(OrderStatus.CANCELLED, 32));
      harness.tell(order(OrderStatus.PLACED, 18).withoutLookups());
      assertThat(harness.stages()).hasSize(2);
    }
  }

  @Test
  void historyIsNotAskedAboutInTheLiveDomainAlone() throws Exception {
    for (TimeDomain domain : TimeDomain.values()) {
      try (Harness harness = new Harness(domain)) {
        harness.tell(order(OrderStatus.PLACED, 1).committed(NOON.plusSeconds(601)));
        assertThat(harness.stages()).hasSize(domain == TimeDomain.LIVE ? 0 : 1);
        harness.tell(order(OrderStatus.PLACED, 2).committed(NOON.plusSeconds(600)));
        assertThat(harness.stages()).hasSize(1);
      }
    }
  }

  @Test
  void ordersAreForgotten() throws Exception {
    try (Harness harness = new Harness(TimeDomain.LIVE)) {
      harness.tell(order(OrderStatus.PLACED, 2));
      harness.setStateTtlProcessingTime(Duration.ofHours(25).toMillis());
      // Not known any more: an older version is news.
      harness.tell(order(OrderStatus.PLACED, 1));
      assertThat(harness.stages()).hasSize(2);
    }
  }

  private static TestOrders order(OrderStatus status, long version) {
    return TestOrders.of(7, status, NOON, version);
  }
}
