package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.DynamicSlaViolation.Kind;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.capture.ReadChanges;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Joins each order with its predictions, in whichever sequence they come, and keeps them until
 * neither is to be expected any more. {@link DynamicSlaRules} and {@link Outcome} decide all.
 */
final class OrderOutcomesFunction
    extends KeyedCoProcessFunction<Long, OrderProgress, ToldPrediction, DynamicSlaViolation> {
  private static final long serialVersionUID = 1L;

  /** What outcomes add to the performance of models. */
  static final OutputTag<Contribution> CONTRIBUTIONS =
      new OutputTag<>("contributions", TypeInformation.of(Contribution.class));

  /** What models learn from. */
  static final OutputTag<TrainingExample> EXAMPLES =
      new OutputTag<>("training-examples", TypeInformation.of(TrainingExample.class));

  private final DynamicSlaRules rules;

  private transient ValueState<TrackedOrder> orders;

  /** The champion's predictions of an order, whole: a model learns from their vectors. */
  private transient MapState<Stage, EtaPrediction> vectors;

  private transient EarlyPredictions early;

  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  OrderOutcomesFunction(DynamicSlaRules rules) {
    this.rules = rules;
  }

  @Override
  public void open(OpenContext context) {
    orders =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("order", TypeInformation.of(TrackedOrder.class)));
    vectors =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "vectors",
                    TypeInformation.of(Stage.class),
                    TypeInformation.of(EtaPrediction.class)));
    early = new EarlyPredictions(getRuntimeContext(), rules.abandonedAfter());
  }

  @Override
  public void processElement1(
      OrderProgress told, Context context, Collector<DynamicSlaViolation> out) throws Exception {
    TrackedOrder known = orders.value();
    if (known != null && told.lsn() < known.told().lsn()) {
      // A connector that lost its place tells again what is known already.
      return;
    }
    if (told.deleted()) {
      withdraw(known, told, context, out);
      return;
    }
    if (known != null) {
      conclude(known, known.after(told, rules.domain()), context, out);
      return;
    }
    List<ToldPrediction> predictions = early.take();
    if (predictions.isEmpty() && told.history()) {
      return;
    }
    conclude(null, TrackedOrder.first(told, rules.domain()), context, out);
    for (ToldPrediction prediction : predictions) {
      // One by one, as if the order had come first.
      processElement2(prediction, context, out);
    }
  }

  @Override
  public void processElement2(
      ToldPrediction told, Context context, Collector<DynamicSlaViolation> out) throws Exception {
    TrackedOrder known = orders.value();
    if (known == null) {
      keep(told, context);
      return;
    }
    TrackedOrder changed = fold(known, told);
    if (changed != known) {
      conclude(known, changed, context, out);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<DynamicSlaViolation> out)
      throws Exception {
    TrackedOrder known = orders.value();
    TimerService timers = context.timerService();
    if (known == null) {
      for (ToldPrediction told : early.takeVain(timers.currentWatermark())) {
        context.output(ReadChanges.DEAD_LETTERS, late(told, timers));
      }
      return;
    }
    TrackedOrder judged = judge(known, timers, out);
    boolean over = timers.currentWatermark() >= rules.forgetAt(judged);
    if (over && timers.currentProcessingTime() >= rules.quietAt(judged)) {
      orders.clear();
      vectors.clear();
      return;
    }
    if (judged != known) {
      orders.update(judged);
    }
    arm(judged, timers);
  }

  /** A newer prediction than the known one takes its place. */
  private TrackedOrder fold(TrackedOrder order, ToldPrediction told) throws Exception {
    EtaPrediction value = told.value();
    TrackedOrder folded = order.with(Prediction.of(told.role(), value));
    if (folded != order && told.role() == Role.CHAMPION) {
      vectors.put(value.stage(), value);
    }
    return folded;
  }

  private void conclude(
      @Nullable TrackedOrder before,
      TrackedOrder after,
      Context context,
      Collector<DynamicSlaViolation> out)
      throws Exception {
    TimerService timers = context.timerService();
    TrackedOrder judged = judge(after.heardAt(timers.currentProcessingTime()), timers, out);
    correct(before, judged, context);
    orders.update(judged);
    arm(judged, timers);
  }

  /** Takes the outcomes back that hold no more, and tells the new ones. */
  private void correct(@Nullable TrackedOrder before, @Nullable TrackedOrder after, Context context)
      throws Exception {
    List<Outcome> former = Outcome.of(before);
    List<Outcome> present = Outcome.of(after);
    for (Outcome outcome : Outcome.less(former, present)) {
      context.output(CONTRIBUTIONS, Contribution.of(outcome).negated());
    }
    for (Outcome outcome : Outcome.less(present, former)) {
      context.output(CONTRIBUTIONS, Contribution.of(outcome));
      if (after != null && outcome.prediction().role() == Role.CHAMPION) {
        EtaPrediction value = vectors.get(outcome.prediction().stage());
        context.output(EXAMPLES, TrainingExample.of(outcome, value, after.told().lsn()));
      }
    }
  }

  private TrackedOrder judge(
      TrackedOrder order, TimerService timers, Collector<DynamicSlaViolation> out) {
    long now = timers.currentProcessingTime();
    return rules.judge(order, timers.currentWatermark(), now, showing(order, now, out));
  }

  private static BiConsumer<Kind, ShownRow> showing(
      TrackedOrder order, long now, Collector<DynamicSlaViolation> out) {
    return (kind, row) -> out.collect(Rows.of(order, kind, row, now));
  }

  /** A deletion ends the order: a timer that is still set finds nothing. */
  private void withdraw(
      @Nullable TrackedOrder known,
      OrderProgress deletion,
      Context context,
      Collector<DynamicSlaViolation> out)
      throws Exception {
    if (known != null) {
      TrackedOrder last = known.after(deletion, rules.domain());
      long now = context.timerService().currentProcessingTime();
      DynamicSlaRules.withdraw(last, now, showing(last, now, out));
      correct(known, null, context);
    }
    orders.clear();
    vectors.clear();
  }

  private void keep(ToldPrediction told, Context context) throws Exception {
    TimerService timers = context.timerService();
    if (early.until(told) <= timers.currentWatermark()) {
      context.output(ReadChanges.DEAD_LETTERS, late(told, timers));
      return;
    }
    early.add(told);
    timers.registerEventTimeTimer(early.until(told));
  }

  private static DeadLetter late(ToldPrediction told, TimerService timers) {
    return told.late(Instant.ofEpochMilli(timers.currentProcessingTime()));
  }

  /** Sees to it that a timer comes when a prediction may be broken, or the order be forgotten. */
  private void arm(TrackedOrder order, TimerService timers) {
    long due = rules.dueMillis(order);
    long forgetAt = rules.forgetAt(order);
    long watermark = timers.currentWatermark();
    if (due > watermark && due < forgetAt) {
      timers.registerEventTimeTimer(due);
    }
    if (forgetAt > watermark) {
      timers.registerEventTimeTimer(forgetAt);
    } else {
      timers.registerProcessingTimeTimer(rules.quietAt(order));
    }
  }
}
