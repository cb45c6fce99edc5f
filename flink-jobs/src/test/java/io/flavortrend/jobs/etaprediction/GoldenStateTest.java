package io.flavortrend.jobs.etaprediction;

import static io.flavortrend.jobs.etaprediction.TestQuestions.NOON;
import static io.flavortrend.jobs.etaprediction.TestQuestions.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.jobs.frame.join.PointInTimeJoinOperator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State written by the first version, restored by this one. The file is never written anew: a
 * change that cannot read it needs a migration. A state that is added gets a file of its own:
 * {@code -Dgolden.write=true -Dtest=GoldenStateTest#write}.
 */
class GoldenStateTest {
  private static final String JOIN =
      Path.of("src/test/resources/golden/eta-city-join-1.snapshot").toString();

  private static final class Harness
      extends KeyedTwoInputStreamOperatorTestHarness<
          Long, EtaQuestion, FeatureValues, EtaQuestion> {
    Harness() throws Exception {
      super(
          new PointInTimeJoinOperator<Long, EtaQuestion, FeatureValues>(
              new FeatureJoining(FeatureEntity.CITY),
              TypeInformation.of(EtaQuestion.class),
              TypeInformation.of(FeatureValues.class),
              TimeDomain.LIVE,
              Duration.ofMillis(50),
              Duration.ofMinutes(15),
              Duration.ofMinutes(15)),
          question -> (long) question.cityId(),
          FeatureValues::entityId,
          Types.LONG);
    }

    void version(long seconds, long version) throws Exception {
      double[] values = new double[FeatureCatalogue.names(FeatureEntity.CITY).size()];
      Arrays.fill(values, version);
      processElement2(
          new StreamRecord<>(
              new FeatureValues(1, NOON.plusSeconds(seconds).toEpochMilli(), version, values)));
    }
  }

  @Test
  void questionsGoOnWhereTheyWere() throws Exception {
    try (Harness harness = new Harness()) {
      harness.initializeState(OperatorSnapshotUtil.readStateHandle(JOIN));
      harness.open();
      // Order 1 was answered late with version 1, order 2 waits.
      harness.version(15, 2);
      harness.processWatermark2(new Watermark(NOON.plusSeconds(60).toEpochMilli()));
      assertThat(harness.extractOutputValues())
          .extracting(EtaQuestion::orderId, q -> q.city().version(), EtaQuestion::corrections)
          .containsExactly(tuple(1L, 2L, 1), tuple(2L, 2L, 0));
      assertThat(harness.numEventTimeTimers()).isZero();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "golden.write", matches = "true")
  void write() throws Exception {
    try (Harness harness = new Harness()) {
      harness.open();
      harness.version(10, 1);
      harness.processElement1(new StreamRecord<>(placed(1, 20)));
      harness.setProcessingTime(50);
      harness.processElement1(new StreamRecord<>(placed(2, 30)));
      OperatorSnapshotUtil.writeStateHandle(harness.snapshot(1, 1), JOIN);
    }
  }
}
