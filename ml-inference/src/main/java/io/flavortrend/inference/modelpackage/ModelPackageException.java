package io.flavortrend.inference.modelpackage;

import java.util.Locale;

/** A package that cannot be used, with the reason as people and dead letters are told it. */
public final class ModelPackageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why a package is refused. */
  public enum Reason {
    /** Nobody answers at its URI, or it is not there. */
    UNREACHABLE,
    /** It is larger than allowed. */
    TOO_LARGE,
    /** Its bytes are not the ones announced, or a file's are not the ones listed. */
    CHECKSUM,
    /** It ends early or is no archive, or a file is missing. */
    BROKEN,
    /** Its features are not the platform's, in name, order, type or categories. */
    SIGNATURE,
    /** It predicts something else. */
    TARGET;

    /** The code in JSON: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param message one clear sentence
   */
  public ModelPackageException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /**
   * @param message one clear sentence
   * @param cause what happened underneath
   */
  public ModelPackageException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why it is refused. */
  public Reason reason() {
    return reason;
  }
}
