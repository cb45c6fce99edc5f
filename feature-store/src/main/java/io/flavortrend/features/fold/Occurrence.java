package io.flavortrend.features.fold;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.CdcRecord.Change;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When something happened, and when it could be known.
 *
 * @param at the business instant, milliseconds since the epoch
 * @param knownAt from when on features may tell of it: {@code at}, or later for what came late
 * @param snapshot true where a snapshot told of it: history, of which only the end is shown
 * @param committedAtMicros commit of the change, microseconds since the epoch
 * @param capturedAtMicros capture of the change, microseconds since the epoch
 */
public record Occurrence(
    long at, long knownAt, boolean snapshot, long committedAtMicros, long capturedAtMicros) {

  /**
   * An occurrence that a change tells of.
   *
   * @param at the transition's own time
   * @param domain in {@code live} nothing is dated after its commit, so that a fast application
   *     clock cannot reach into the future
   */
  public static Occurrence of(Change<?> change, Instant at, TimeDomain domain) {
    Instant committedAt = change.source().committedAt();
    Instant occurredAt = domain == TimeDomain.LIVE && at.isAfter(committedAt) ? committedAt : at;
    long millis = occurredAt.toEpochMilli();
    return new Occurrence(
        millis,
        millis,
        change.source().snapshot(),
        micros(committedAt),
        micros(change.capturedAt()));
  }

  /**
   * A row's deletion, which has no time of its own: its commit, and in the domain {@code log},
   * where commits are the replay's, the row's last change.
   *
   * @param updatedAt the row's last change
   */
  public static Occurrence ofDeletion(Change<?> change, Instant updatedAt, TimeDomain domain) {
    return of(
        change, domain == TimeDomain.LIVE ? change.source().committedAt() : updatedAt, domain);
  }

  /** The same, known from an instant on, or later if it happened later. */
  public Occurrence knownFrom(long millis) {
    return knownAt >= millis
        ? this
        : new Occurrence(at, millis, snapshot, committedAtMicros, capturedAtMicros);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
