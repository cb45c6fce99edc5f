package io.flavortrend.access;

/** A token was refused; the message says why and holds nothing of the token. */
public final class InvalidTokenException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param reason why, fit to be shown to the caller
   */
  public InvalidTokenException(String reason) {
    super(reason);
  }
}
