package io.flavortrend.e2e.replay;

import io.flavortrend.e2e.stack.Stack;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The month of real deliveries: days of the month without month or year, UTC. Days 31 belong to the
 * month before; what is delivered on a much earlier day than it was placed, to the month after.
 */
final class DoorDashMonth {
  private static final LocalDate FIRST = LocalDate.of(2026, 4, 1);
  private static final int DAYS = 30;

  private DoorDashMonth() {}

  static Path csv() {
    return Stack.projectFolder()
        .resolve(System.getProperty("e2e.data", "../shared/data"))
        .resolve("doordash-month/deliveries.csv.gz")
        .normalize();
  }

  static Path mapping() {
    return Stack.projectFolder().resolve("data-generator/mappings/doordash-month.yaml");
  }

  static Expected expected() throws IOException {
    List<Delivery> deliveries = new ArrayList<>();
    List<Csv.Row> rows = Csv.read(csv());
    for (Csv.Row row : rows) {
      Instant placed = time(row.get("Customer_placed_order_datetime"), null);
      if (placed == null) {
        throw new IOException("Row %d was never placed".formatted(row.line()));
      }
      deliveries.add(
          new Delivery(
              row.get("Delivery_Region"),
              placed,
              time(row.get("Delivered_to_consumer_datetime"), placed),
              null,
              new BigDecimal(row.get("Order_total")).setScale(3, RoundingMode.HALF_UP)));
    }
    return new Expected(rows.size(), deliveries, new TreeMap<>());
  }

  private static @Nullable Instant time(String text, @Nullable Instant placed) {
    if (text.isEmpty()) {
      return null;
    }
    int day = Integer.parseInt(text.substring(0, 2));
    LocalDate date = FIRST.plusDays((day == 31 ? 0 : day) - 1L);
    Instant time = date.atTime(LocalTime.parse(text.substring(3))).toInstant(ZoneOffset.UTC);
    return placed != null && time.isBefore(placed.minusSeconds(DAYS * 86_400L / 2))
        ? time.plusSeconds(DAYS * 86_400L)
        : time;
  }
}
