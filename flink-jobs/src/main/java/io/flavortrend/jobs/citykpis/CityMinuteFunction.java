package io.flavortrend.jobs.citykpis;

import io.flavortrend.contracts.values.CityKpi;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one {@link CityMinute} for each city and minute and decides only when to show it: at most
 * once an emit interval while it changes, at its end in event time, and before it is forgotten.
 */
final class CityMinuteFunction extends KeyedProcessFunction<CityMinuteKey, Contribution, CityKpi>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /**
   * A minute with what is known about its emissions.
   *
   * @param minute the fold
   * @param shown changes that were folded when it was last emitted
   * @param scheduled true while a timer is set that will emit it
   */
  public record Kept(CityMinute minute, long shown, boolean scheduled) {}

  private static final Kept NOTHING = new Kept(CityMinute.EMPTY, 0, false);

  private final long emitIntervalMillis;
  private final long allowedLatenessMillis;
  private int generation;

  private transient ValueState<Kept> kept;
  private transient MapState<Long, Integer> courierEvents;
  private transient @Nullable ListState<Integer> generationState;

  /**
   * @param emitInterval longest time that a change waits before it is shown
   * @param allowedLateness how long after its end a minute is kept for corrections
   * @param generation the job's generation where there is no state that knows it
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  CityMinuteFunction(Duration emitInterval, Duration allowedLateness, int generation) {
    this.emitIntervalMillis = emitInterval.toMillis();
    this.allowedLatenessMillis = allowedLateness.toMillis();
    this.generation = generation;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    generationState =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("generation", Types.INT));
    for (int known : generationState.get()) {
      generation = Math.max(generation, known);
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    if (generationState != null) {
      generationState.update(List.of(generation));
    }
  }

  @Override
  public void open(OpenContext context) {
    kept =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("city-minute", TypeInformation.of(Kept.class)));
    courierEvents =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("courier-events", Types.LONG, Types.INT));
  }

  @Override
  public void processElement(Contribution contribution, Context context, Collector<CityKpi> out)
      throws Exception {
    Kept before = kept.value();
    TimerService timers = context.timerService();
    if (before == null) {
      before = NOTHING;
      long minute = contribution.minute();
      timers.registerEventTimeTimer(CityMinute.endsAt(minute));
      timers.registerEventTimeTimer(CityMinute.closesAt(minute, allowedLatenessMillis));
    }
    if (!before.scheduled()) {
      timers.registerProcessingTimeTimer(timers.currentProcessingTime() + emitIntervalMillis);
    }
    CityMinute after = before.minute().plus(contribution, foldCourier(contribution));
    kept.update(new Kept(after, before.shown(), true));
  }

  /** Counts the courier's event, and tells how many there were before. */
  private int foldCourier(Contribution contribution) throws Exception {
    if (contribution.courierEvents() == 0) {
      return 0;
    }
    Integer before = courierEvents.get(contribution.courierId());
    int events = before == null ? 0 : before;
    int after = events + contribution.courierEvents();
    if (after == 0) {
      courierEvents.remove(contribution.courierId());
    } else {
      courierEvents.put(contribution.courierId(), after);
    }
    return events;
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<CityKpi> out)
      throws Exception {
    Kept before = kept.value();
    if (before == null) {
      return;
    }
    CityMinuteKey key = context.getCurrentKey();
    CityMinute minute = before.minute();
    if (minute.eventful() && minute.changes() > before.shown()) {
      long now = context.timerService().currentProcessingTime();
      out.collect(minute.toKpi(key, generation, Instant.ofEpochMilli(now)));
    }
    boolean byClock = context.timeDomain() == TimeDomain.PROCESSING_TIME;
    if (!byClock && timestamp >= CityMinute.closesAt(key.minute(), allowedLatenessMillis)) {
      kept.clear();
      courierEvents.clear();
    } else {
      kept.update(new Kept(minute, minute.changes(), before.scheduled() && !byClock));
    }
  }
}
