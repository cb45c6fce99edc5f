package io.flavortrend.jobs.orderenrichment;

import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes;
import io.flavortrend.jobs.orderenrichment.lookup.LookupFactory;
import io.flavortrend.jobs.orderenrichment.lookup.Lookups;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Adds what is known around an order. An order whose lookups are not at hand waits {@code patience}
 * at most, goes on without them, flagged, and is corrected when the database answers after all.
 */
final class LookupOperator extends KeyedProcessFunction<Long, WeatheredOrder, EnrichedOrder> {
  private static final long serialVersionUID = 1L;

  /** How often an order that waits looks again. */
  static final long GLANCE_MILLIS = 10;

  /** How often an order that went on without its lookups looks again. */
  static final long RETRY_MILLIS = 1_000;

  private final LookupFactory factory;
  private final long patienceMillis;
  private final long retryForMillis;

  private transient @Nullable Lookups lookups;
  private transient ValueState<WaitingOrder> waiting;

  /**
   * @param patience longest time that an order waits for its lookups
   * @param retryFor how long an answer without lookups is tried to be corrected
   */
  @SuppressWarnings("NullAway.Init") // State is Flink's to hand over, in open().
  LookupOperator(LookupFactory factory, Duration patience, Duration retryFor) {
    this.factory = factory;
    this.patienceMillis = patience.toMillis();
    this.retryForMillis = retryFor.toMillis();
  }

  @Override
  public void open(OpenContext context) {
    waiting =
        getRuntimeContext()
            .getState(
                new ValueStateDescriptor<>("waiting", TypeInformation.of(WaitingOrder.class)));
    lookups = factory.open();
  }

  @Override
  public void close() {
    if (lookups != null) {
      lookups.close();
    }
  }

  @Override
  public void processElement(WeatheredOrder order, Context context, Collector<EnrichedOrder> out)
      throws Exception {
    TimerService timers = context.timerService();
    long now = timers.currentProcessingTime();
    WaitingOrder held = waiting.value();
    if (held != null && !held.answered()) {
      // Superseded: its own row goes on as it is.
      emit(held, attributes(held.order()), now, out);
    }
    Attributes attributes = attributes(order);
    if (attributes.complete()) {
      emit(new WaitingOrder(order, now, false), attributes, now, out);
      if (held != null) {
        waiting.clear();
      }
    } else {
      waiting.update(new WaitingOrder(order, now, false));
      timers.registerProcessingTimeTimer(now + GLANCE_MILLIS);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<EnrichedOrder> out)
      throws Exception {
    WaitingOrder held = waiting.value();
    if (held == null) {
      return;
    }
    TimerService timers = context.timerService();
    long now = timers.currentProcessingTime();
    Attributes attributes = attributes(held.order());
    if (attributes.complete()) {
      emit(held, attributes, now, out);
      waiting.clear();
    } else if (!held.answered() && now - held.since() >= patienceMillis) {
      emit(held, attributes, now, out);
      waiting.update(new WaitingOrder(held.order(), held.since(), true));
      timers.registerProcessingTimeTimer(now + RETRY_MILLIS);
    } else if (now - held.since() >= retryForMillis) {
      waiting.clear();
    } else {
      timers.registerProcessingTimeTimer(now + (held.answered() ? RETRY_MILLIS : GLANCE_MILLIS));
    }
  }

  private Attributes attributes(WeatheredOrder order) {
    if (lookups == null) {
      throw new IllegalStateException("Not opened");
    }
    var row = order.order().row();
    return lookups.find(row.cityId(), row.restaurantId(), row.customerId());
  }

  private static void emit(
      WaitingOrder held, Attributes attributes, long now, Collector<EnrichedOrder> out) {
    out.collect(EnrichedOrders.of(held.order(), attributes, held.answered(), now));
  }
}
