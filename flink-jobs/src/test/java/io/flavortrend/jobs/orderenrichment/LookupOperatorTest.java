package io.flavortrend.jobs.orderenrichment;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.City;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes.Restaurant;
import io.flavortrend.jobs.orderenrichment.lookup.Lookups;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LookupOperatorTest {
  private static final Attributes KNOWN =
      new Attributes(
          new City("Tunis", 638_845, "Africa/Tunis", Set.of()),
          new Restaurant("Dar Jasmin", null, 36.8, 10.18, 660),
          7,
          true);
  private static final Attributes NOTHING = new Attributes(null, null, null, false);
  private static final AtomicBoolean ANSWERS = new AtomicBoolean();

  @BeforeEach
  void silence() {
    ANSWERS.set(false);
  }

  @Test
  void whatIsAtHandIsAddedAtOnce() throws Exception {
    ANSWERS.set(true);
    try (var harness = started()) {
      harness.processElement(order(100), 0);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              order -> {
                assertThat(order.cityName()).isEqualTo("Tunis");
                assertThat(order.restaurantName()).isEqualTo("Dar Jasmin");
                assertThat(order.lookupMissing()).isFalse();
                assertThat(order.version()).isEqualTo(1_600);
              });
      assertThat(harness.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void anAnswerWithinPatienceIsWaitedFor() throws Exception {
    try (var harness = started()) {
      harness.processElement(order(100), 0);
      harness.setProcessingTime(20);
      assertThat(harness.extractOutputValues()).isEmpty();
      ANSWERS.set(true);
      harness.setProcessingTime(30);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(order -> assertThat(order.lookupMissing()).isFalse());
    }
  }

  @Test
  void aDatabaseThatIsDownForAMinuteHoldsNothingAndIsMadeUpFor() throws Exception {
    try (var harness = started()) {
      harness.processElement(order(100), 0);
      harness.setProcessingTime(50);
      assertThat(harness.extractOutputValues())
          .singleElement()
          .satisfies(
              order -> {
                assertThat(order.lookupMissing()).isTrue();
                assertThat(order.cityName()).isNull();
              });
      harness.setProcessingTime(60_000);
      assertThat(harness.extractOutputValues()).hasSize(1);
      ANSWERS.set(true);
      harness.setProcessingTime(62_000);
      assertThat(harness.extractOutputValues())
          .hasSize(2)
          .last()
          .satisfies(
              order -> {
                assertThat(order.lookupMissing()).isFalse();
                assertThat(order.version()).isEqualTo(1_601);
              });
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void aNewerVersionTakesThePlaceOfOneThatWaits() throws Exception {
    try (var harness = started()) {
      harness.processElement(order(100), 0);
      harness.processElement(order(200), 0);
      assertThat(harness.extractOutputValues())
          .extracting(EnrichedOrder::version)
          .containsExactly(1_600L);
      ANSWERS.set(true);
      harness.setProcessingTime(5_000);
      assertThat(harness.extractOutputValues())
          .extracting(EnrichedOrder::version)
          .containsExactly(1_600L, 3_200L);
    }
  }

  @Test
  void whatCannotBeMadeUpForIsGivenUp() throws Exception {
    try (var harness = started()) {
      harness.processElement(order(100), 0);
      harness.setProcessingTime(60);
      harness.setProcessingTime(Duration.ofMinutes(61).toMillis());
      assertThat(harness.numKeyedStateEntries()).isZero();
      assertThat(harness.numProcessingTimeTimers()).isZero();
    }
  }

  private static WeatheredOrder order(long lsn) {
    return new WeatheredOrder(WeatherJoinOperatorTest.order(1, 0, lsn), null, false, 0);
  }

  private static KeyedOneInputStreamOperatorTestHarness<Long, WeatheredOrder, EnrichedOrder>
      started() throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(
                new LookupOperator(Switched::new, Duration.ofMillis(50), Duration.ofHours(1))),
            WeatheredOrder::orderId,
            Types.LONG);
    harness.open();
    return harness;
  }

  /** Knows everything or nothing. */
  private static final class Switched implements Lookups {
    @Override
    public Attributes find(int cityId, long restaurantId, long customerId) {
      return ANSWERS.get() ? KNOWN : NOTHING;
    }

    @Override
    public void close() {}
  }
}
