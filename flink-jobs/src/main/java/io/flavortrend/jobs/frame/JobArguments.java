package io.flavortrend.jobs.frame;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Settings of a job: the environment of the process that submits it, overlaid by {@code --key
 * value} arguments. An argument's key is the environment's name, or the same name written {@code
 * city-kpis.emit-interval} for {@code FLAVOR_CITY_KPIS_EMIT_INTERVAL}.
 */
public final class JobArguments {
  private static final String PREFIX = "FLAVOR_";

  private JobArguments() {}

  /**
   * The settings that a job reads.
   *
   * @param environment variables of the submitting process
   * @param arguments pairs of {@code --key} and value
   * @param known names of the settings that the job knows; an argument that is none of them is
   *     refused, since a misspelt one would be ignored in silence
   * @throws InvalidSettingException naming the argument that is unknown or lacks its value
   */
  public static Settings settings(
      Map<String, String> environment, String[] arguments, Set<String> known) {
    Map<String, String> values = new HashMap<>(environment);
    for (int i = 0; i < arguments.length; i += 2) {
      String argument = arguments[i];
      String name = settingName(argument);
      if (!argument.startsWith("--") || !known.contains(name)) {
        throw new InvalidSettingException(
            "argument " + (i + 1),
            argument,
            "-- followed by one of " + String.join(", ", new TreeSet<>(known)));
      }
      if (i + 1 == arguments.length) {
        throw new InvalidSettingException(argument, "", "a value after it");
      }
      values.put(name, arguments[i + 1]);
    }
    return Settings.of(values);
  }

  private static String settingName(String argument) {
    String name =
        argument
            .replaceFirst("^--", "")
            .toUpperCase(Locale.ROOT)
            .replace('-', '_')
            .replace('.', '_');
    return name.startsWith(PREFIX) ? name : PREFIX + name;
  }
}
