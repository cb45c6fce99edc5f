package io.flavortrend.e2e.replay;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as the rules of contracts.md read it.
 *
 * @param delivered null where it was not, or the time is broken
 * @param cancelled null where it was not, or the time is of no use
 */
record Delivery(
    String city,
    Instant placed,
    @Nullable Instant delivered,
    @Nullable Instant cancelled,
    BigDecimal amount) {}
