package io.flavortrend.settings;

/** A setting has a value that is not allowed; the message names key, value and what is allowed. */
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;

  /**
   * @param key the setting's key as the user writes it
   * @param value what was found, shown as it is (never a secret)
   * @param allowed what is allowed, completing the sentence "allowed is …"
   */
  public InvalidSettingException(String key, String value, String allowed) {
    super("%s is '%s': allowed is %s".formatted(key, value, allowed));
    this.key = key;
  }

  /** The key of the refused setting. */
  public String key() {
    return key;
  }
}
