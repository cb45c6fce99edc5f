package io.flavortrend.generator.replay;

/** A mapping file is wrong, or does not fit the data; the message names the key or column. */
public final class MappingException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong and what is allowed
   */
  public MappingException(String message) {
    super(message);
  }
}
