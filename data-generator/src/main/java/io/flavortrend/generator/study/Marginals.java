package io.flavortrend.generator.study;

import java.util.LinkedHashMap;
import java.util.Map;

/** How deliveries of one source are spread, each by itself. */
final class Marginals {
  /** From placed to delivered. */
  final Histogram deliveryMinutes = new Histogram(3, 36);

  /** From accepted to ready. */
  final Histogram preparationMinutes = new Histogram(2, 30);

  /** From restaurant to customer. */
  final Histogram kilometres = new Histogram(0.5, 24);

  /** Local hour in which an order is placed. */
  final Histogram hours = new Histogram(1, 24);

  /** Deliveries of a courier on a day with any. */
  final Histogram courierLoad = new Histogram(1, 30);

  /** The figures of a source, by name; empty where it has none of that kind. */
  Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    add(figures, "delivery, min", deliveryMinutes);
    add(figures, "preparation, min", preparationMinutes);
    add(figures, "distance, km", kilometres);
    add(figures, "deliveries per courier and day", courierLoad);
    return figures;
  }

  private static void add(Map<String, String> figures, String name, Histogram values) {
    if (!values.isEmpty()) {
      figures.put(
          name,
          "mean %.1f, p10 %.1f, p50 %.1f, p90 %.1f"
              .formatted(
                  values.mean(), values.quantile(0.1), values.quantile(0.5), values.quantile(0.9)));
    }
  }
}
