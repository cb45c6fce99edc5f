package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.values.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * A record of one of the topics of predictions, read: one of the two is there.
 *
 * @param told what it says
 * @param refused why it says nothing
 */
public record PredictionMessage(@Nullable ToldPrediction told, @Nullable DeadLetter refused) {}
