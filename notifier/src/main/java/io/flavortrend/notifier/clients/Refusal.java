package io.flavortrend.notifier.clients;

/**
 * Why a client is sent away.
 *
 * @param detail one sentence for a person
 */
record Refusal(Code code, String detail) {
  /** The kinds, with the close status that follows the error message. */
  enum Code {
    UNAUTHENTICATED(4401),
    FORBIDDEN(4403),
    BAD_REQUEST(4400),
    SLOW_CLIENT(4408);

    private final int closeStatus;

    Code(int closeStatus) {
      this.closeStatus = closeStatus;
    }

    int closeStatus() {
      return closeStatus;
    }

    String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
