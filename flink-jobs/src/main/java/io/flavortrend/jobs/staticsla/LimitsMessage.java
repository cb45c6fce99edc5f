package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.values.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code sla_limits}, read: one of the two is there.
 *
 * @param update what it says
 * @param refused why it says nothing
 */
public record LimitsMessage(@Nullable LimitsUpdate update, @Nullable DeadLetter refused) {}
