package io.flavortrend.generator.control;

/** An error as RFC 9457 has it; thrown by handlers and sent by the server. */
final class Problem extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;

  Problem(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  /** The body of the answer. */
  record Body(String type, String title, int status, String detail, String instance) {}

  int status() {
    return status;
  }

  Body body(String instance) {
    return new Body("about:blank", title, status, String.valueOf(getMessage()), instance);
  }

  static Problem badRequest(String detail) {
    return new Problem(400, "Bad request", detail);
  }
}
