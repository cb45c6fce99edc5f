package io.flavortrend.features.catalogue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Writes the catalogue for people: docs/data-dictionary.md. */
public final class DataDictionary {
  private static final String HEAD =
      """
      # Data dictionary
      Written by `DataDictionary` from the catalogue in `feature-store/`: change it there.

      A feature that is unknown is null in topics and tables and NaN in a model's vector, never 0. Each version says from when on it holds (`event_time`); what holds at an instant is the entity's newest version at or before it. Elapsed time is stored as the instant it counts from, so that no value ages by itself. Windows slide by the minute. Freshness is from commit to the version in its topic, 99 of 100.
      """;

  private DataDictionary() {}

  /**
   * Writes the dictionary.
   *
   * @param arguments one: the file
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), markdown());
  }

  /** The dictionary as Markdown. */
  static String markdown() {
    StringBuilder text = new StringBuilder(HEAD);
    for (FeatureEntity entity : FeatureEntity.values()) {
      text.append(
          "\n## %s\nTopic `%s`, table `%s`, key `%s`; computed by %s.\n\n"
              .formatted(
                  title(entity),
                  entity.topic().name(),
                  entity.table(),
                  entity.idColumn(),
                  FeatureCatalogue.of(entity).get(0).owner()));
      text.append("| feature | type | unit | freshness | meaning |\n|---|---|---|---|---|\n");
      for (Feature feature : FeatureCatalogue.of(entity)) {
        text.append(
            "| `%s` | %s | %s | %d ms | %s |\n"
                .formatted(
                    feature.name(),
                    feature.type().name().toLowerCase(Locale.ROOT),
                    feature.unit(),
                    feature.freshness().toMillis(),
                    feature.description()));
      }
    }
    return text.toString();
  }

  private static String title(FeatureEntity entity) {
    String code = entity.code();
    return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }
}
