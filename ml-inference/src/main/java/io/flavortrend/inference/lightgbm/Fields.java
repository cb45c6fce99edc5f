package io.flavortrend.inference.lightgbm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lines of {@code key=value}. */
final class Fields {
  private Fields() {}

  /**
   * The values by key.
   *
   * @param lines those without an equals sign are passed over, as LightGBM does
   * @throws LightGbmTextException when a key stands there twice: which one counts, nobody knows
   */
  static Map<String, String> of(List<String> lines) throws LightGbmTextException {
    Map<String, String> fields = new HashMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String key = line.substring(0, equals);
        if (fields.put(key, line.substring(equals + 1)) != null) {
          throw new LightGbmTextException("says %s twice in one place".formatted(key));
        }
      }
    }
    return fields;
  }
}
