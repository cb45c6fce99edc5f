package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.jobs.frame.capture.ReadChanges;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets predictions through; what was refused leaves by {@link ReadChanges#DEAD_LETTERS}. */
final class AdmitPredictions extends ProcessFunction<PredictionMessage, PredictionMessage> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(
      PredictionMessage message, Context context, Collector<PredictionMessage> out) {
    if (message.refused() == null) {
      out.collect(message);
    } else {
      context.output(ReadChanges.DEAD_LETTERS, message.refused());
    }
  }
}
