package io.flavortrend.inference.lightgbm;

/** A text that is no whole LightGBM model; the message goes on where "the model" ends. */
public final class LightGbmTextException extends Exception {
  private static final long serialVersionUID = 1L;

  LightGbmTextException(String message) {
    super(message);
  }

  LightGbmTextException(String message, Throwable cause) {
    super(message, cause);
  }
}
