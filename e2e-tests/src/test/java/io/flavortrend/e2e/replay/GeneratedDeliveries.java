package io.flavortrend.e2e.replay;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A small file with everything that real files have wrong, the same for the same seed; and what
 * must become of it, read back from the file.
 */
final class GeneratedDeliveries {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.ROOT);
  private static final ZoneId ZONE = ZoneId.of("Africa/Tunis");
  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 14, 17, 30);
  private static final List<String> REGIONS =
      List.of("Tunis", "Sousse", "None", "La Marsa", "Île d'Or", "\"North, East\"");

  private GeneratedDeliveries() {}

  /** Where the two files are. */
  record Paths(Path csv, Path mapping) {}

  /** Writes the file and its mapping. */
  static Paths write(Path folder, long seed, int rows, int minutes) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    lines.add("ref,who,kitchen,rider,area,ordered,taken,cooked,collected,arrived,dropped,sum,note");
    for (int i = 1; i <= rows; i++) {
      lines.add(row(random, i, minutes));
      if (i % 400 == 0) {
        lines.add("");
      }
    }
    Path csv = folder.resolve("deliveries-%d.csv".formatted(seed));
    Files.writeString(csv, String.join("\n", lines) + "\n");
    Path mapping = folder.resolve("generated.yaml");
    Files.writeString(
        mapping,
        """
        name: generated
        columns:
          order_id: ref
          customer: who
          restaurant: kitchen
          courier: rider
          city: area
          placed_at: ordered
          accepted_at: taken
          ready_at: cooked
          picked_up_at: collected
          delivered_at: arrived
          cancelled_at: dropped
          amount: sum
        time:
          pattern: "dd/MM/yyyy HH:mm:ss"
          zone: Africa/Tunis
        constants:
          currency: TND
          city_timezone: Africa/Tunis
          vehicle: scooter
        """);
    return new Paths(csv, mapping);
  }

  private static String row(Random random, int i, int minutes) {
    String id = "R" + i;
    LocalDateTime placed = START.plusSeconds(random.nextInt(minutes * 60));
    LocalDateTime taken = placed.plusSeconds(20 + random.nextInt(200));
    LocalDateTime cooked = taken.plusSeconds(200 + random.nextInt(900));
    LocalDateTime collected = cooked.plusSeconds(30 + random.nextInt(400));
    LocalDateTime arrived = collected.plusSeconds(120 + random.nextInt(1_500));
    String[] cells = {
      id,
      "c" + random.nextInt(400),
      random.nextInt(9) == 0 ? "\"Chez \"\"Ali\"\",\nthe second\"" : "k" + random.nextInt(40),
      "d" + random.nextInt(60),
      REGIONS.get(random.nextInt(REGIONS.size())),
      text(placed),
      text(taken),
      text(cooked),
      text(collected),
      text(arrived),
      "",
      BigDecimal.valueOf(random.nextInt(90_000), 3).toPlainString(),
      ""
    };
    switch (random.nextInt(60)) {
      case 0 -> cells[0] = "";
      case 1 -> cells[0] = i > 10 ? "R" + (i - 3) : id;
      case 2 -> cells[5] = "";
      case 3 -> cells[5] = "yesterday";
      case 4 -> cells[5] = "31/02/2026 25:00:00";
      case 5 -> cells[11] = "-" + (1 + random.nextInt(50)) + ".500";
      case 6 -> cells[9] = text(placed.minusSeconds(1 + random.nextInt(900)));
      case 7 -> cells[9] = "later";
      case 8 -> cells[9] = "";
      case 9 -> cells[6] = "12:00";
      case 10 -> cells[8] = text(placed.minusMinutes(10));
      case 11 -> cells[8] = text(arrived.plusMinutes(5));
      case 12 -> cells[7] = text(taken.minusSeconds(15));
      case 13 -> {
        cells[9] = "";
        cells[10] = text(collected);
      }
      case 14 -> cells[10] = text(collected);
      case 15 -> {
        cells[9] = "";
        cells[8] = "";
        cells[10] = text(placed.minusSeconds(30));
      }
      case 16 -> cells[3] = "";
      case 17 -> cells[1] = "";
      case 18 -> cells[4] = "";
      case 19 -> cells[11] = "7.0004999";
      case 20 -> cells[11] = "0";
      case 21 -> cells[9] = text(placed);
      case 22 -> {
        return String.join(",", List.of(cells).subList(0, 9));
      }
      case 23 -> cells[6] = cells[7] = cells[8] = "";
      case 24 -> cells[12] = "\"a note, with\ntwo lines\"";
      default -> {}
    }
    return String.join(",", cells);
  }

  /** What must become of the file. */
  static Expected expected(Path csv) throws IOException {
    List<Delivery> stored = new ArrayList<>();
    SortedMap<Integer, String> rejected = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    List<Csv.Row> rows = Csv.read(csv);
    for (Csv.Row row : rows) {
      Instant placed = time(row.get("ordered"));
      Instant delivered = time(row.get("arrived"));
      Instant cancelled = time(row.get("dropped"));
      String sum = row.get("sum");
      if (row.get("ref").isEmpty()) {
        rejected.put(row.line(), "order_id");
      } else if (placed == null) {
        rejected.put(row.line(), "placed_at");
      } else if (sum.isEmpty() || sum.startsWith("-")) {
        rejected.put(row.line(), "amount");
      } else if (delivered != null && delivered.isBefore(placed)) {
        rejected.put(row.line(), "delivered_at");
      } else if (!ids.add(row.get("ref"))) {
        rejected.put(row.line(), "already used");
      } else {
        boolean givenUp = cancelled != null && delivered == null && !cancelled.isBefore(placed);
        stored.add(
            new Delivery(
                row.get("area").isEmpty() ? "unknown" : row.get("area"),
                placed,
                delivered,
                givenUp ? cancelled : null,
                new BigDecimal(sum).setScale(3, RoundingMode.HALF_UP)));
      }
    }
    return new Expected(rows.size(), stored, rejected);
  }

  private static @Nullable Instant time(String text) {
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text, TIME).atZone(ZONE).toInstant();
    } catch (DateTimeParseException broken) {
      return null;
    }
  }

  private static String text(LocalDateTime time) {
    return time.format(TIME);
  }
}
