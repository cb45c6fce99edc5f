package io.flavortrend.jobs.staticsla;

import io.flavortrend.jobs.frame.capture.ReadChanges;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Lets limits through; what was refused leaves by {@link ReadChanges#DEAD_LETTERS}. */
final class AdmitLimits extends ProcessFunction<LimitsMessage, LimitsUpdate> {
  private static final long serialVersionUID = 1L;

  @Override
  public void processElement(LimitsMessage message, Context context, Collector<LimitsUpdate> out) {
    if (message.refused() != null) {
      context.output(ReadChanges.DEAD_LETTERS, message.refused());
    } else if (message.update() != null) {
      out.collect(message.update());
    }
  }
}
