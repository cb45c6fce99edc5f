package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What was last asked about an order. Kept in Flink's state: a field may be added, none renamed.
 *
 * @param version of the enriched order
 * @param stage null once the order has ended
 * @param content digest of the question
 */
public record OrderProgress(long version, @Nullable Stage stage, long content) {
  /** What is known after the news. */
  static OrderProgress after(OrderNews news) {
    EtaQuestion question = news.question();
    return question == null
        ? new OrderProgress(news.version(), null, 0)
        : new OrderProgress(news.version(), question.stage(), question.content());
  }

  /** Whether news say something else than what is known; older ones and repeated ones do not. */
  static boolean isNew(@Nullable OrderProgress known, OrderProgress next) {
    return known == null
        || (next.version > known.version
            && !(next.stage == known.stage && next.content == known.content));
  }
}
