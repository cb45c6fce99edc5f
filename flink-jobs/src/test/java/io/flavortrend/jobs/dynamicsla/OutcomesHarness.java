package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/** The operator by itself, with the rules' defaults in the live domain. */
final class OutcomesHarness
    extends KeyedTwoInputStreamOperatorTestHarness<
        Long, OrderProgress, ToldPrediction, DynamicSlaViolation> {
  static final DynamicSlaRules RULES =
      new DynamicSlaRules(
          TimeDomain.LIVE,
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofHours(1),
          Duration.ofHours(24));

  OutcomesHarness() throws Exception {
    super(
        new KeyedCoProcessOperator<>(new OrderOutcomesFunction(RULES)),
        OrderProgress::orderId,
        ToldPrediction::orderId,
        Types.LONG);
  }

  @Override
  public void open() throws Exception {
    super.open();
    processWatermark2(Watermark.MAX_WATERMARK);
  }

  void tell(OrderProgress progress) throws Exception {
    processElement1(new StreamRecord<>(progress));
  }

  void tell(ToldPrediction prediction) throws Exception {
    processElement2(new StreamRecord<>(prediction));
  }

  /** Event time comes to so many minutes and milliseconds after noon. */
  void time(double minutes, long millis) throws Exception {
    processWatermark1(new Watermark(Given.millis(minutes) + millis));
  }

  List<DynamicSlaViolation> rows() {
    return extractOutputValues();
  }

  List<Contribution> contributions() {
    return side(OrderOutcomesFunction.CONTRIBUTIONS);
  }

  List<TrainingExample> examples() {
    return side(OrderOutcomesFunction.EXAMPLES);
  }

  List<DeadLetter> letters() {
    return side(ReadChanges.DEAD_LETTERS);
  }

  private <T> List<T> side(OutputTag<T> tag) {
    var output = getSideOutput(tag);
    return output == null ? List.of() : output.stream().map(StreamRecord::getValue).toList();
  }
}
