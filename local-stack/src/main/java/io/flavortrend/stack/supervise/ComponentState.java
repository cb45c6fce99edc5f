package io.flavortrend.stack.supervise;

/** Where a component stands. */
public enum ComponentState {
  /** Waits for the components it needs. */
  waiting,
  /** Its process runs and is not ready yet. */
  starting,
  /** Ready; for a step: ended with success. */
  ready,
  /** Ended or hung, and will be started again. */
  restarting,
  /** Given up: it ended too often. */
  failed,
  /** Stopped on request. */
  stopped
}
