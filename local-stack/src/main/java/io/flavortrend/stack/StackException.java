package io.flavortrend.stack;

/** The command cannot go on; the message is one sentence on what is wrong and what to do. */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one sentence, shown as it is
   */
  public StackException(String message) {
    super(message);
  }

  /**
   * @param message one sentence, shown as it is
   * @param cause what led to it, for the log
   */
  public StackException(String message, Throwable cause) {
    super(message, cause);
  }
}
