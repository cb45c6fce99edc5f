package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.values.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code orders_enriched}, read: news, or why there are none.
 *
 * @param eventMillis the order's event time; of a refused record none
 */
public record OrderMessage(
    long eventMillis, @Nullable OrderNews news, @Nullable DeadLetter refused) {}
