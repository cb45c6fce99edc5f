package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.TimeDomain;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * The point-in-time join of orders with their city's weather. Event time is that of the weather
 * alone: an order is answered as soon as the weather's beats prove that its time is complete, in
 * the live domain after {@code cap} at the latest. An answer that turns out wrong is corrected.
 * Keyed by city; timers are told apart by order id, their namespace.
 */
final class WeatherJoinOperator extends AbstractStreamOperator<WeatheredOrder>
    implements TwoInputStreamOperator<OrderVersion, WeatherChange, WeatheredOrder>,
        Triggerable<Integer, Long> {
  private static final long serialVersionUID = 1L;

  private final TimeDomain domain;
  private final long capMillis;
  private final long correctedForMillis;
  private final long keptForMillis;

  private transient long ordersThrough;
  private transient long forwarded;
  private transient MapState<Long, Observation> observations;
  private transient MapState<Long, KeptOrder> orders;
  private transient Map<Integer, WeatherSeries> series;
  private transient InternalTimerService<Long> timers;
  private transient StreamRecord<WeatheredOrder> reused;

  /**
   * @param cap longest time that an order waits in the live domain
   * @param correctedFor how long after an order's time its weather is still corrected
   * @param keptFor how long after their end observations are kept for orders that come late
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  WeatherJoinOperator(TimeDomain domain, Duration cap, Duration correctedFor, Duration keptFor) {
    this.domain = domain;
    this.capMillis = cap.toMillis();
    this.correctedForMillis = correctedFor.toMillis();
    this.keptForMillis = keptFor.toMillis();
  }

  @Override
  public void open() throws Exception {
    super.open();
    observations =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "observations", Types.LONG, TypeInformation.of(Observation.class)));
    orders =
        getRuntimeContext()
            .getMapState(
                new MapStateDescriptor<>(
                    "orders", Types.LONG, TypeInformation.of(KeptOrder.class)));
    timers = getInternalTimerService("orders", LongSerializer.INSTANCE, this);
    series = new HashMap<>();
    ordersThrough = Long.MIN_VALUE;
    forwarded = Long.MIN_VALUE;
    reused = new StreamRecord<>(null);
  }

  @Override
  public void processElement1(StreamRecord<OrderVersion> element) throws Exception {
    OrderVersion order = element.getValue();
    long id = order.row().id();
    KeptOrder former = orders.get(id);
    if (former != null && former.order().lsn() > order.lsn()) {
      return;
    }
    if (former != null && !former.answered()) {
      answer(former, true);
    }
    boolean proven = order.dueMillis() <= timers.currentWatermark();
    long now = getProcessingTimeService().getCurrentProcessingTime();
    KeptOrder kept = new KeptOrder(order, false, now + capMillis, null, 0);
    if (order.deleted()) {
      answer(kept, !proven);
      orders.remove(id);
      return;
    }
    if (proven) {
      kept = answer(kept, false);
    } else {
      timers.registerEventTimeTimer(id, order.dueMillis());
      if (domain == TimeDomain.LIVE) {
        timers.registerProcessingTimeTimer(id, kept.answerBy());
      }
    }
    orders.put(id, kept);
    timers.registerEventTimeTimer(id, forgetAt(order));
  }

  @Override
  public void processElement2(StreamRecord<WeatherChange> element) throws Exception {
    WeatherChange change = element.getValue();
    WeatherSeries weather = series();
    if (change.removed() != null && weather.remove(change.removed())) {
      observations.remove(change.removed().observedAtMicros());
    }
    if (change.added() != null && weather.add(change.added())) {
      observations.put(change.added().observedAtMicros(), change.added());
    }
    correct(change.changesFrom());
    prune(weather);
  }

  @Override
  public void onEventTime(InternalTimer<Integer, Long> timer) throws Exception {
    KeptOrder kept = orders.get(timer.getNamespace());
    if (kept == null) {
      return;
    }
    KeptOrder after = kept;
    if (!kept.answered() && timer.getTimestamp() >= kept.order().dueMillis()) {
      after = answer(kept, false);
    }
    if (timer.getTimestamp() >= forgetAt(kept.order())) {
      orders.remove(timer.getNamespace());
    } else if (after != kept) {
      orders.put(timer.getNamespace(), after);
    }
  }

  @Override
  public void onProcessingTime(InternalTimer<Integer, Long> timer) throws Exception {
    KeptOrder kept = orders.get(timer.getNamespace());
    if (kept != null && !kept.answered() && timer.getTimestamp() >= kept.answerBy()) {
      orders.put(timer.getNamespace(), answer(kept, true));
    }
  }

  @Override
  public void processWatermark1(Watermark mark) {
    // How far the orders have come tells nothing about the weather, but which of it is still
    // needed, and how far the answers are complete.
    ordersThrough = mark.getTimestamp();
    forward();
  }

  @Override
  public void processWatermark2(Watermark mark) throws Exception {
    if (timeServiceManager != null) {
      timeServiceManager.advanceWatermark(mark);
    }
    forward();
  }

  private void forward() {
    long through = through();
    if (through > forwarded) {
      forwarded = through;
      output.emitWatermark(new Watermark(through));
    }
  }

  /** In a backlog the weather is far ahead of the orders: the slower of the two counts. */
  private long through() {
    return Math.min(ordersThrough, timers.currentWatermark());
  }

  private void prune(WeatherSeries weather) throws Exception {
    long through = through();
    if (through == Long.MIN_VALUE) {
      return;
    }
    long oldest = (through - keptForMillis) * OrderVersion.MICROS_PER_MILLI;
    for (Long forgotten : weather.prune(oldest)) {
      observations.remove(forgotten);
    }
  }

  private long forgetAt(OrderVersion order) {
    return order.dueMillis() + correctedForMillis;
  }

  private KeptOrder answer(KeptOrder kept, boolean capped) throws Exception {
    @Nullable Observation valid = series().validAt(kept.order().occurredAtMicros());
    KeptOrder answered = kept.answeredWith(valid);
    output.collect(
        reused.replace(new WeatheredOrder(kept.order(), valid, capped, answered.corrections())));
    return answered;
  }

  /** Answers again where the weather since the given time makes a difference. */
  private void correct(long fromMicros) throws Exception {
    List<KeptOrder> wrong = new ArrayList<>();
    for (KeptOrder kept : orders.values()) {
      if (kept.answered()
          && kept.order().occurredAtMicros() >= fromMicros
          && !Objects.equals(kept.weather(), series().validAt(kept.order().occurredAtMicros()))) {
        wrong.add(kept);
      }
    }
    for (KeptOrder kept : wrong) {
      boolean capped = kept.order().dueMillis() > timers.currentWatermark();
      orders.put(kept.order().row().id(), answer(kept, capped));
    }
  }

  private WeatherSeries series() throws Exception {
    Integer city = (Integer) getCurrentKey();
    WeatherSeries known = series.get(city);
    if (known == null) {
      known = new WeatherSeries();
      for (Observation observation : observations.values()) {
        known.add(observation);
      }
      series.put(city, known);
    }
    return known;
  }
}
