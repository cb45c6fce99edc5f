package io.flavortrend.jobs.frame.join;

/** How sure an answer is. */
public enum Standing {
  /** Every version up to the question's time was known. */
  PROVEN,
  /** The question could not wait any longer; a correction follows where that made a difference. */
  LATE,
  /** The correction of an answer that was late, now that every version is known. */
  CORRECTED
}
