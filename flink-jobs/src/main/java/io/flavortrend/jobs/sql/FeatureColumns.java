package io.flavortrend.jobs.sql;

import java.util.HashSet;
import java.util.List;
import org.apache.flink.table.api.ValidationException;

/** Compares a model's features with the columns that a statement gives it. */
final class FeatureColumns {
  private FeatureColumns() {}

  /**
   * Columns are features by their place: names that a training tool has made up do not matter, but
   * the model's own names in another order are a mistake.
   */
  static void requireInOrder(List<String> features, List<String> columns) {
    if (features.size() != columns.size()) {
      throw new ValidationException(
          "The model reads %d features %s, its INPUT has %d columns %s"
              .formatted(features.size(), features, columns.size(), columns));
    }
    if (new HashSet<>(features).equals(new HashSet<>(columns))) {
      requireExactly(features, columns);
    }
  }

  /** Columns are features by name and by place. */
  static void requireExactly(List<String> features, List<String> columns) {
    for (int i = 0; i < Math.max(features.size(), columns.size()); i++) {
      String feature = i < features.size() ? features.get(i) : "missing";
      String column = i < columns.size() ? columns.get(i) : "missing";
      if (!feature.equals(column)) {
        throw new ValidationException(
            "Column %d of the model's INPUT is %s, the model's feature is %s"
                .formatted(i, column, feature));
      }
    }
  }
}
