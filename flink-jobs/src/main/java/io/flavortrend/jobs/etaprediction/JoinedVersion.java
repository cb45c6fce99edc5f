package io.flavortrend.jobs.etaprediction;

/**
 * Which version of an entity's features was joined. Kept in Flink's state: a field may be added,
 * none renamed.
 *
 * @param eventMillis from when on it holds, milliseconds since the epoch
 */
public record JoinedVersion(long version, long eventMillis) {}
