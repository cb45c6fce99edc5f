package io.flavortrend.jobs.etaprediction.model;

import io.flavortrend.contracts.values.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code eta_models}, read: one of the two is there.
 *
 * @param update what it says
 * @param refused why it says nothing
 */
public record ReleaseMessage(@Nullable ReleaseUpdate update, @Nullable DeadLetter refused) {}
