package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.jobs.frame.KnownGeneration;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keeps one {@link PerformanceWindow} for each window, city, stage and model version, and decides
 * only when to show it, at most once an emit interval until event time closes it, and when to
 * forget it: when no order can contribute any more.
 */
final class PerformanceFunction
    extends KeyedProcessFunction<PerformanceKey, Contribution, ModelPerformance>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /**
   * A window with what is known about its emissions.
   *
   * @param window the fold
   * @param shown changes that were folded when it was last emitted
   * @param scheduled true while a timer is set that will emit it
   * @param heardAtMillis the clock when it last changed or event time closed it
   */
  public record Kept(PerformanceWindow window, long shown, boolean scheduled, long heardAtMillis) {}

  private static final Kept NOTHING = new Kept(PerformanceWindow.EMPTY, 0, false, 0);

  private final long emitIntervalMillis;
  private final long keptMillis;
  private final KnownGeneration generation;

  private transient ValueState<Kept> kept;

  /**
   * @param emitInterval longest time that a change waits before it is shown
   * @param grace how long an order is remembered, in event time and by the clock
   * @param generation the job's generation where there is no state that knows it
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  PerformanceFunction(Duration emitInterval, Duration grace, int generation) {
    this.emitIntervalMillis = emitInterval.toMillis();
    // A window longer than its orders: what they contribute with their last breath finds it.
    this.keptMillis = grace.toMillis() + Contribution.WINDOW_MILLIS;
    this.generation = new KnownGeneration(generation);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generation.restore(context.getOperatorStateStore());
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    generation.snapshot();
  }

  @Override
  public void open(OpenContext context) {
    kept =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("performance-window", TypeInformation.of(Kept.class)));
  }

  @Override
  public void processElement(
      Contribution contribution, Context context, Collector<ModelPerformance> out)
      throws Exception {
    Kept before = kept.value();
    if (before == null) {
      before = NOTHING;
    }
    PerformanceWindow window = before.window().plus(contribution);
    PerformanceKey key = contribution.key();
    TimerService timers = context.timerService();
    long now = timers.currentProcessingTime();
    if (timers.currentWatermark() >= closesAt(key)) {
      // Rare but in a backlog; and behind the end of a bounded one no timer would come.
      out.collect(window.toValue(key, generation.value()));
      kept.update(new Kept(window, window.changes(), before.scheduled(), now));
      timers.registerProcessingTimeTimer(now + keptMillis);
      return;
    }
    timers.registerEventTimeTimer(closesAt(key));
    if (!before.scheduled()) {
      timers.registerProcessingTimeTimer(now + emitIntervalMillis);
    }
    kept.update(new Kept(window, before.shown(), true, now));
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<ModelPerformance> out)
      throws Exception {
    Kept before = kept.value();
    if (before == null) {
      return;
    }
    PerformanceKey key = context.getCurrentKey();
    PerformanceWindow window = before.window();
    if (window.changes() > before.shown()) {
      out.collect(window.toValue(key, generation.value()));
    }
    TimerService timers = context.timerService();
    boolean byClock = context.timeDomain() == TimeDomain.PROCESSING_TIME;
    boolean closed = timers.currentWatermark() >= closesAt(key);
    if (byClock && closed && timestamp >= before.heardAtMillis() + keptMillis) {
      kept.clear();
      return;
    }
    long heardAt = before.heardAtMillis();
    if (!byClock) {
      heardAt = timers.currentProcessingTime();
      timers.registerProcessingTimeTimer(heardAt + keptMillis);
    }
    kept.update(new Kept(window, window.changes(), before.scheduled() && !byClock, heardAt));
  }

  private long closesAt(PerformanceKey key) {
    return key.window() + Contribution.WINDOW_MILLIS + keptMillis;
  }
}
