package io.flavortrend.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads settings by key and checks them; a key that is absent or blank has its default. A value
 * that is not allowed throws {@link InvalidSettingException}, which names key, value and what is
 * allowed. Immutable and thread-safe.
 */
public final class Settings {
  /** Folder with one file per secret, made by {@code ./flavor up}. */
  public static final String SECRETS_DIR = "FLAVOR_SECRETS_DIR";

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The settings of this process: its environment variables. */
  public static Settings fromEnvironment() {
    return new Settings(System.getenv());
  }

  /**
   * Settings from a given map.
   *
   * @param values key to value as text
   */
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /** True where the key has a value that is not blank. */
  public boolean has(String key) {
    return !values.getOrDefault(key, "").isBlank();
  }

  /** Text as it stands, trimmed. */
  public String text(String key, String defaultValue) {
    return has(key) ? value(key) : defaultValue;
  }

  /** A whole number within bounds, both inclusive. */
  public int integer(String key, int defaultValue, int min, int max) {
    if (!has(key)) {
      return defaultValue;
    }
    String allowed = "a whole number from %d to %d".formatted(min, max);
    try {
      int number = Integer.parseInt(value(key));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(key, allowed, e);
    }
    throw new InvalidSettingException(key, value(key), allowed);
  }

  /** A TCP port, 1 to 65535. */
  public int port(String key, int defaultValue) {
    return integer(key, defaultValue, 1, 65_535);
  }

  /** A finite number within bounds, both inclusive. */
  public double decimal(String key, double defaultValue, double min, double max) {
    if (!has(key)) {
      return defaultValue;
    }
    String allowed = "a number from %s to %s".formatted(min, max);
    try {
      double number = Double.parseDouble(value(key));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw invalid(key, allowed, e);
    }
    throw new InvalidSettingException(key, value(key), allowed);
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String key, boolean defaultValue) {
    if (!has(key)) {
      return defaultValue;
    }
    return switch (value(key).toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidSettingException(key, value(key), "true or false");
    };
  }

  /** One of an enum's constants, written in lower case. */
  public <E extends Enum<E>> E choice(String key, Class<E> type, E defaultValue) {
    if (!has(key)) {
      return defaultValue;
    }
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value(key))) {
        return constant;
      }
    }
    throw new InvalidSettingException(
        key,
        value(key),
        Arrays.stream(constants)
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "one of ", "")));
  }

  /** A duration in ISO-8601, e.g. {@code PT0.2S} or {@code PT24H}, not negative. */
  public Duration duration(String key, Duration defaultValue) {
    if (!has(key)) {
      return defaultValue;
    }
    String allowed = "an ISO-8601 duration such as PT0.2S or PT24H, not negative";
    try {
      Duration duration = Duration.parse(value(key));
      if (!duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      throw invalid(key, allowed, e);
    }
    throw new InvalidSettingException(key, value(key), allowed);
  }

  /** A path of the file system; it need not exist. */
  public Path path(String key, Path defaultValue) {
    if (!has(key)) {
      return defaultValue;
    }
    try {
      return Path.of(value(key));
    } catch (InvalidPathException e) {
      throw invalid(key, "a path", e);
    }
  }

  /**
   * The content of the file {@code name} in the folder {@link #SECRETS_DIR}, trimmed.
   *
   * @throws MissingSecretException when the file is absent, unreadable or empty
   */
  public Secret secret(String name) {
    Path file = path(SECRETS_DIR, Path.of(".flavor", "secrets")).resolve(name);
    String content;
    try {
      content = Files.readString(file).strip();
    } catch (IOException e) {
      MissingSecretException missing = new MissingSecretException(file, "cannot be read");
      missing.initCause(e);
      throw missing;
    }
    if (content.isEmpty()) {
      throw new MissingSecretException(file, "is empty");
    }
    return new Secret(content);
  }

  private String value(String key) {
    return values.getOrDefault(key, "").strip();
  }

  private InvalidSettingException invalid(String key, String allowed, Exception cause) {
    InvalidSettingException exception = new InvalidSettingException(key, value(key), allowed);
    exception.initCause(cause);
    return exception;
  }
}
