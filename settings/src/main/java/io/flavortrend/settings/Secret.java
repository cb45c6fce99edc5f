package io.flavortrend.settings;

import java.util.Objects;

/** A value that must not reach a log: {@link #toString()} hides it. Immutable. */
public final class Secret {
  private final String value;

  /**
   * @param value the secret itself
   */
  public Secret(String value) {
    this.value = Objects.requireNonNull(value);
  }

  /** The secret itself: hand it to what needs it, and to nothing that prints. */
  public String reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that && that.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
