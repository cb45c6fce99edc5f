package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.values.SlaViolation;
import io.flavortrend.contracts.values.SlaViolation.LimitName;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one {@link TrackedOrder} for each order, and wakes when the next of its limits may pass.
 * {@link SlaRules} decides all. An operator of its own rather than a broadcast function: event time
 * is that of the orders alone, however quiet the limits are, and a shortened limit sets timers of
 * orders that no change touches.
 */
final class OrderLimitsOperator extends AbstractStreamOperator<SlaViolation>
    implements TwoInputStreamOperator<OrderStep, LimitsUpdate, SlaViolation>,
        Triggerable<Long, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  private static final MapStateDescriptor<Integer, LimitMinutes> LIMITS =
      new MapStateDescriptor<>("limits", Types.INT, TypeInformation.of(LimitMinutes.class));

  /** The earliest timer of an order that waits for a limit; only such orders have one. */
  private static final ValueStateDescriptor<Long> WAKE =
      new ValueStateDescriptor<>("wake", Types.LONG);

  private final SlaRules rules;

  private transient ValueState<TrackedOrder> orders;
  private transient ValueState<Long> wake;
  private transient BroadcastState<Integer, LimitMinutes> limits;
  private transient Map<Integer, LimitMinutes> resolved;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient StreamRecord<SlaViolation> reused;

  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, before the first record.
  OrderLimitsOperator(SlaRules rules) {
    this.rules = rules;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    limits = context.getOperatorStateStore().getBroadcastState(LIMITS);
  }

  @Override
  public void open() throws Exception {
    super.open();
    orders =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("order", TypeInformation.of(TrackedOrder.class)));
    wake = getRuntimeContext().getState(WAKE);
    timers = getInternalTimerService("limits", VoidNamespaceSerializer.INSTANCE, this);
    resolved = new HashMap<>();
    reused = new StreamRecord<>(null);
  }

  @Override
  public void processElement1(StreamRecord<OrderStep> element) throws Exception {
    OrderStep step = element.getValue();
    TrackedOrder known = orders.value();
    if (known != null && step.lsn() < known.lsn()) {
      // A connector that lost its place tells again what is known already.
      return;
    }
    if (known != null) {
      // What had passed before the change had passed: whether the timer was first is chance.
      known = judge(known, step.provenThrough(), true);
    }
    if (step.deleted()) {
      withdraw(known, step);
      return;
    }
    TrackedOrder changed =
        known == null
            ? TrackedOrder.first(step, rules.domain())
            : known.after(step, rules.domain());
    TrackedOrder judged = judge(changed, step.provenThrough(), false);
    orders.update(judged);
    arm(judged);
  }

  @Override
  public void processElement2(StreamRecord<LimitsUpdate> element) throws Exception {
    LimitsUpdate update = element.getValue();
    if (update.minutes().equals(LimitMinutes.UNSAID)) {
      limits.remove(update.cityId());
    } else {
      limits.put(update.cityId(), update.minutes());
    }
    resolved.clear();
    getKeyedStateBackend()
        .applyToAllKeys(
            VoidNamespace.INSTANCE,
            VoidNamespaceSerializer.INSTANCE,
            WAKE,
            (key, state) -> {
              TrackedOrder order = orders.value();
              if (order != null) {
                arm(order);
              }
            });
  }

  @Override
  public void onEventTime(InternalTimer<Long, VoidNamespace> timer) throws Exception {
    TrackedOrder known = orders.value();
    if (known == null) {
      return;
    }
    Long armed = wake.value();
    if (armed != null && armed <= timer.getTimestamp()) {
      wake.clear();
    }
    // The order's own partition may be further than the slowest, which timers wait for.
    long proven = Math.max(timer.getTimestamp(), known.provenThrough());
    TrackedOrder judged = judge(known, proven, true);
    if (timer.getTimestamp() >= rules.forgetAt(judged.times())) {
      orders.clear();
      wake.clear();
      return;
    }
    if (judged != known) {
      orders.update(judged);
    }
    arm(judged);
  }

  @Override
  public void onProcessingTime(InternalTimer<Long, VoidNamespace> timer) {
    throw new IllegalStateException("No timer is set by the clock");
  }

  @Override
  public void processWatermark1(Watermark mark) throws Exception {
    processWatermark(mark);
  }

  @Override
  public void processWatermark2(Watermark mark) {
    // Limits have no event time.
  }

  /**
   * @param byTime true where no change brought the rows about
   */
  private TrackedOrder judge(TrackedOrder order, long provenThrough, boolean byTime)
      throws Exception {
    long now = getProcessingTimeService().getCurrentProcessingTime();
    return rules.judge(
        order,
        inForce(order.cityId()),
        provenThrough,
        now,
        (limit, row) -> show(order, limit, row, byTime, now));
  }

  private void show(TrackedOrder order, LimitName limit, ShownRow row, boolean byTime, long now) {
    output.collect(reused.replace(Violations.of(order, limit, row, byTime, now)));
  }

  /** A deletion ends the order: a timer that is still set finds nothing. */
  private void withdraw(@Nullable TrackedOrder known, OrderStep deletion) {
    if (known != null) {
      TrackedOrder last = known.after(deletion, rules.domain());
      long now = getProcessingTimeService().getCurrentProcessingTime();
      SlaRules.withdraw(last, (limit, row) -> show(last, limit, row, false, now));
    }
    orders.clear();
    wake.clear();
  }

  /** Sees to it that a timer comes when the next limit may pass, or the order is forgotten. */
  private void arm(TrackedOrder order) throws Exception {
    long forgetAt = rules.forgetAt(order.times());
    long due = rules.nextDue(order, inForce(order.cityId()));
    Long armed = wake.value();
    if (due >= forgetAt) {
      if (armed != null) {
        wake.clear();
      }
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, forgetAt);
    } else if (armed == null || due < armed) {
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, due);
      wake.update(due);
    }
  }

  private LimitMinutes inForce(int cityId) throws Exception {
    LimitMinutes known = resolved.get(cityId);
    if (known == null) {
      LimitMinutes everywhere = said(LimitsUpdate.EVERYWHERE).orElse(rules.defaults());
      known = said(cityId).orElse(everywhere);
      resolved.put(cityId, known);
    }
    return known;
  }

  private LimitMinutes said(int cityId) throws Exception {
    LimitMinutes minutes = limits.get(cityId);
    return minutes == null ? LimitMinutes.UNSAID : minutes;
  }
}
