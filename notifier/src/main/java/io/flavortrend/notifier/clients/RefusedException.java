package io.flavortrend.notifier.clients;

/** A client's message cannot be followed. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(Refusal.Code code, String detail) {
    super(detail);
    refusal = new Refusal(code, detail);
  }

  Refusal refusal() {
    return refusal;
  }
}
