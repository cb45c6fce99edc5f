package io.flavortrend.contracts.values;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a {@link ProgressMarker}: {@code __progress/<partition>/<subtask>}.
 *
 * @param partition the partition that the marker was written to
 * @param subtask the producing job's subtask, from 0
 */
public record ProgressKey(int partition, int subtask) {
  private static final String PREFIX = "__progress/";
  private static final Pattern FORM = Pattern.compile(PREFIX + "(\\d{1,9})/(\\d{1,9})");

  /** The key as it stands in the topic. */
  public String text() {
    return PREFIX + partition + "/" + subtask;
  }

  /** True for keys that only a marker has. */
  public static boolean marks(String key) {
    return key.startsWith(PREFIX);
  }

  /** The key in this text; empty where it is none. */
  public static Optional<ProgressKey> parse(String key) {
    Matcher matcher = FORM.matcher(key);
    return matcher.matches()
        ? Optional.of(
            new ProgressKey(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }
}
