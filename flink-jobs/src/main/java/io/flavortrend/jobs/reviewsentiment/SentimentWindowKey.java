package io.flavortrend.jobs.reviewsentiment;

import io.flavortrend.contracts.values.ReviewSentiment.Entity;

/**
 * One restaurant or courier within five minutes.
 *
 * @param entity whom the reviews are about
 * @param entityId the restaurant's or the courier's id
 * @param window the window's first instant, milliseconds since the epoch
 */
public record SentimentWindowKey(Entity entity, long entityId, long window) {
  /** Written down, since it places keys on subtasks: a record's own hash is the JVM's to choose. */
  @Override
  public int hashCode() {
    return 31 * (31 * entity.ordinal() + Long.hashCode(entityId)) + Long.hashCode(window);
  }
}
