package io.flavortrend.contracts.codec;

import io.flavortrend.contracts.values.DeadLetter;

/** A record's bytes break its contract; the message says how, for a person. */
public final class ContractViolationException extends Exception {
  private static final long serialVersionUID = 1L;

  private final DeadLetter.Reason reason;

  /**
   * @param reason the typed reason
   * @param message one sentence
   */
  public ContractViolationException(DeadLetter.Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The typed reason, as a dead letter carries it. */
  public DeadLetter.Reason reason() {
    return reason;
  }
}
