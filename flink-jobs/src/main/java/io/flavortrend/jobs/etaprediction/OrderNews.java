package io.flavortrend.jobs.etaprediction;

import org.jspecify.annotations.Nullable;

/**
 * What a record of an order means to predictions.
 *
 * @param version of the enriched order
 * @param question null where the order has ended
 */
public record OrderNews(long orderId, long version, @Nullable EtaQuestion question) {}
