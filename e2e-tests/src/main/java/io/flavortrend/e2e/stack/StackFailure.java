package io.flavortrend.e2e.stack;

import org.jspecify.annotations.Nullable;

/** The stack did not do what was asked of it, or not in time; the message says what. */
public final class StackFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause. */
  public StackFailure(String message) {
    super(message);
  }

  /** With the exception that told. */
  public StackFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
