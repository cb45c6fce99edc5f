package io.flavortrend.features.catalogue;

import java.time.Duration;

/**
 * One feature.
 *
 * @param name the same in topic, table, training set and model signature
 * @param entity what it is a feature of
 * @param type what its number stands for
 * @param unit for people, and for the page
 * @param defaultValue where it is unknown; NaN, never 0: a model tells the two apart
 * @param freshness age of the newest version's emission, from commit, that is good at most
 * @param owner the job that computes it
 * @param description what it means, with its formula where it has one
 */
public record Feature(
    String name,
    FeatureEntity entity,
    Type type,
    String unit,
    double defaultValue,
    Duration freshness,
    String owner,
    String description) {

  /** What a feature's number stands for. */
  public enum Type {
    /** A measured amount. */
    NUMBER,
    /** A whole number of things. */
    COUNT,
    /** From 0 to 1. */
    RATE,
    /** 0 or 1. */
    FLAG,
    /** One of a few codes, for which more is not more. */
    CATEGORY,
    /** Seconds since 1970-01-01T00:00:00Z; elapsed time is stored so, that it may not age. */
    INSTANT
  }
}
