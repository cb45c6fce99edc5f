package io.flavortrend.jobs.etaprediction;

import io.flavortrend.jobs.frame.join.DatedVersion;

/**
 * A version of an entity's features, as the join keeps it. Kept in Flink's state: a field may be
 * added, none renamed.
 *
 * @param values in the order of the catalogue, to which features are only appended; NaN where
 *     unknown
 */
public record FeatureValues(long entityId, long eventMillis, long version, double[] values)
    implements DatedVersion {}
