package io.flavortrend.e2e.replay;

import io.flavortrend.e2e.CityMinutes.Figures;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The figures of all cities and minutes, straight from the rows of a file. */
final class Recompute {
  /** A city by its name, in a minute. */
  record Key(String city, Instant minute) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byMinute = minute.compareTo(other.minute);
      return byMinute != 0 ? byMinute : city.compareTo(other.city);
    }
  }

  private static final class Sum {
    private long orders;
    private long delivered;
    private long cancelled;
    private BigDecimal revenue = BigDecimal.ZERO;
    private double minutes;
  }

  private Recompute() {}

  static Map<Key, Figures> of(List<Delivery> deliveries) {
    Map<Key, Sum> sums = new HashMap<>();
    for (Delivery delivery : deliveries) {
      at(sums, delivery, delivery.placed()).orders++;
      if (delivery.cancelled() != null) {
        at(sums, delivery, delivery.cancelled()).cancelled++;
      }
      if (delivery.delivered() != null) {
        Sum sum = at(sums, delivery, delivery.delivered());
        sum.delivered++;
        sum.revenue = sum.revenue.add(delivery.amount());
        sum.minutes += ChronoUnit.MICROS.between(delivery.placed(), delivery.delivered()) / 6e7;
      }
    }
    Map<Key, Figures> figures = new TreeMap<>();
    sums.forEach(
        (key, sum) ->
            figures.put(
                key,
                Figures.of(
                    sum.orders,
                    sum.delivered,
                    sum.cancelled,
                    sum.revenue,
                    sum.delivered == 0 ? null : sum.minutes / sum.delivered)));
    return figures;
  }

  private static Sum at(Map<Key, Sum> sums, Delivery delivery, Instant instant) {
    return sums.computeIfAbsent(
        new Key(delivery.city(), instant.truncatedTo(ChronoUnit.MINUTES)), key -> new Sum());
  }
}
