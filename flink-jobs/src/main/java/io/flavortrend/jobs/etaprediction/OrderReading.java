package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import io.flavortrend.jobs.frame.topics.RecordReading;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Reads questions and ends out of enriched orders; what happens within a stage means nothing. Pure.
 *
 * @param historyMargin in the live domain what happened longer than this before it was committed is
 *     history, and nobody asks
 */
record OrderReading(TimeDomain domain, Duration historyMargin)
    implements RecordReading<EnrichedOrder, OrderMessage> {
  private static final long serialVersionUID = 1L;

  @Override
  public Class<EnrichedOrder> valueType() {
    return EnrichedOrder.class;
  }

  @Override
  public TypeInformation<OrderMessage> type() {
    return TypeInformation.of(OrderMessage.class);
  }

  @Override
  public @Nullable OrderMessage read(RecordPosition position, @Nullable EnrichedOrder order) {
    if (order == null) {
      return null;
    }
    OrderNews news = news(order);
    return news == null ? null : OrderMessage.of(news);
  }

  @Override
  public OrderMessage marker(ProgressKey key, ProgressMarker marker) {
    return OrderMessage.of(key, marker);
  }

  @Override
  public OrderMessage refuse(DeadLetter letter) {
    return OrderMessage.refused(letter);
  }

  private @Nullable OrderNews news(EnrichedOrder order) {
    if (order.deleted() || order.status().isTerminal()) {
      return new OrderNews(order.orderId(), order.version(), null);
    }
    Stage stage = Stage.of(order.status());
    return stage == null || history(order)
        ? null
        : new OrderNews(order.orderId(), order.version(), EtaQuestions.of(order, stage));
  }

  private boolean history(EnrichedOrder order) {
    return domain == TimeDomain.LIVE
        && order.eventTime().plus(historyMargin).isBefore(order.trace().committedAt());
  }
}
