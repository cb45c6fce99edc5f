package io.flavortrend.generator.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The marginals of public data; empty where a file is not there. */
final class PublicMarginals {
  private static final double KM_PER_MILE = 1.609344;
  private static final double MINUTES_PER_DAY = 1_440;
  private static final double MINUTES_PER_MONTH = 30 * MINUTES_PER_DAY;

  /** The month's times are of the UTC clock, its cities eight hours behind. */
  private static final int HOURS_BEHIND = 8;

  private PublicMarginals() {}

  private interface Row {
    void read(CSVRecord row);
  }

  /** A month of deliveries in three Californian cities, orders to be brought at once. */
  static Marginals month(Path folder) throws IOException {
    Marginals found = new Marginals();
    Map<String, Integer> load = new HashMap<>();
    each(
        folder.resolve("doordash-month/deliveries.csv.gz"),
        row -> {
          if (!row.get("Is_ASAP").equals("True")) {
            return;
          }
          double placed = minute(row.get("Customer_placed_order_datetime"));
          double delivered = minute(row.get("Delivered_to_consumer_datetime"));
          // A delivery before its order lies in the next month.
          double minutes = (delivered - placed + 1.5 * MINUTES_PER_MONTH) % MINUTES_PER_MONTH;
          minutes -= 0.5 * MINUTES_PER_MONTH;
          if (minutes > 0 && minutes < 300) {
            found.deliveryMinutes.add(minutes);
          }
          found.hours.add(Math.floorMod((int) (placed / 60) % 24 - HOURS_BEHIND, 24));
          double localDay = Math.floor((placed - HOURS_BEHIND * 60) / MINUTES_PER_DAY);
          load.merge(row.get("Driver_ID") + "/" + localDay, 1, Integer::sum);
        });
    load.values().forEach(found.courierLoad::add);
    return found;
  }

  /** Ten thousand deliveries of a single restaurant. */
  static Marginals restaurant(Path folder) throws IOException {
    Marginals found = new Marginals();
    each(
        folder.resolve("modeldata-deliveries/deliveries.csv.gz"),
        row -> {
          found.deliveryMinutes.add(Double.parseDouble(row.get("time_to_delivery")));
          found.kilometres.add(Double.parseDouble(row.get("distance")) * KM_PER_MILE);
          found.hours.add(Math.floor(Double.parseDouble(row.get("hour"))));
        });
    return found;
  }

  /** {@code DD HH:MM:SS} as minutes since the month began. */
  private static double minute(String text) {
    String[] parts = text.split("[ :]", -1);
    return Integer.parseInt(parts[0]) * MINUTES_PER_DAY
        + Integer.parseInt(parts[1]) * 60
        + Integer.parseInt(parts[2])
        + Integer.parseInt(parts[3]) / 60.0;
  }

  private static void each(Path file, Row reader) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    try (BufferedReader text =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
        CSVParser rows =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      for (CSVRecord row : rows) {
        reader.read(row);
      }
    }
  }
}
