package io.flavortrend.jobs.etaprediction;

import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets a question through when its order has reached a stage, or when it is now another at the same
 * stage; what is told again is not asked again.
 */
final class StageChanges extends KeyedProcessFunction<Long, OrderNews, EtaQuestion> {
  private static final long serialVersionUID = 1L;

  private final Duration keptFor;
  private transient ValueState<OrderProgress> progress;

  /**
   * @param keptFor how long after its last question or its end an order is known, by the clock
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  StageChanges(Duration keptFor) {
    this.keptFor = keptFor;
  }

  @Override
  public void open(OpenContext context) {
    ValueStateDescriptor<OrderProgress> descriptor =
        new ValueStateDescriptor<>("progress", TypeInformation.of(OrderProgress.class));
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(keptFor).build());
    progress = getRuntimeContext().getState(descriptor);
  }

  @Override
  public void processElement(OrderNews news, Context context, Collector<EtaQuestion> out)
      throws Exception {
    OrderProgress next = OrderProgress.after(news);
    if (OrderProgress.isNew(progress.value(), next)) {
      progress.update(next);
      if (news.question() != null) {
        out.collect(news.question());
      }
    }
  }
}
