package io.flavortrend.jobs.frame.join;

/** What holds of an entity from an instant on, until its next version. */
public interface DatedVersion {
  /** From when on it holds, milliseconds since the epoch. */
  long eventMillis();

  /** Of two versions with one event time the higher holds. */
  long version();
}
