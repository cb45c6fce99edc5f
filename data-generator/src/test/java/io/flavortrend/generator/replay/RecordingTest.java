package io.flavortrend.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.generator.simulation.Micros;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows as they are found in the wild: what is refused, what repaired, and how it is listed. */
final class RecordingTest {
  private static final String PLACED = "2026-03-02 12:00:00";
  private static final String DELIVERED = "2026-03-02 12:40:00";

  @TempDir Path folder;

  @Test
  void refusesOnlyWhatCannotBeStored() throws Exception {
    Recording recording =
        read(
            row("a", PLACED, "", DELIVERED, "10"),
            row("", PLACED, "", DELIVERED, "10"),
            row("b", "", "", DELIVERED, "10"),
            row("c", "yesterday", "", DELIVERED, "10"),
            row("d", PLACED, "", DELIVERED, "-0.5"),
            row("e", PLACED, "", DELIVERED, "ten"),
            row("f", PLACED, "", "2026-03-02 11:59:59", "10"),
            row("g", PLACED, "", "", ""),
            row("a", PLACED, "", DELIVERED, "10"),
            "",
            "lonely",
            row("\"h,\nin two lines\"", PLACED, "", DELIVERED, "10"),
            row("i", "", "", DELIVERED, "10"));
    assertThat(recording.read()).isEqualTo(12);
    assertThat(recording.rejected()).isEqualTo(10);
    assertThat(recording.orders()).extracting(RecordedOrder::line).containsExactly(2, 13);
    assertThat(rejects())
        .contains(
            "3,rejected,order_id is missing,",
            "4,rejected,placed_at is missing,",
            "5,rejected,placed_at is broken: Text 'yesterday' could not be parsed at index 0,",
            "6,rejected,amount is negative: -0.5,",
            "7,rejected,amount is broken: 'ten' is no number,",
            "8,rejected,delivered_at 2026-03-02T11:59:59Z is before placed_at 2026-03-02T12:00:00Z,",
            "9,rejected,amount is missing,",
            "10,rejected,order_id 'a' was already used in line 2,",
            "12,rejected,placed_at is missing,lonely",
            "15,rejected,placed_at is missing,")
        .contains("\"d,cu,re,co,City,2026-03-02 12:00:00,,,,2026-03-02 12:40:00,,-0.5\"");
  }

  @Test
  void leavesOutBrokenTimesBetweenAndSaysSo() throws Exception {
    Recording recording =
        read(
            row("late", PLACED, "2026-03-02 12:41:00", DELIVERED, "10"),
            row("early", PLACED, "2026-03-02 11:00:00", DELIVERED, "10"),
            row("broken", PLACED, "noon", DELIVERED, "10"),
            row("undelivered", PLACED, "2026-03-02 12:01:00", "soon", "10"),
            "good,,,,,%s,2026-03-02 12:01:00,,2026-03-02 12:00:30,%s,,10"
                .formatted(PLACED, DELIVERED));
    assertThat(recording.rejected()).isZero();
    assertThat(recording.repaired()).isEqualTo(5);
    assertThat(recording.orders().stream().limit(3))
        .noneMatch(order -> order.reaches(OrderStatus.ACCEPTED))
        .allMatch(order -> order.reaches(OrderStatus.DELIVERED));
    RecordedOrder undelivered = recording.orders().get(3);
    assertThat(undelivered.reaches(OrderStatus.DELIVERED)).isFalse();
    assertThat(undelivered.at(OrderStatus.ACCEPTED))
        .isEqualTo(Micros.of(Instant.parse("2026-03-02T12:01:00Z")));
    RecordedOrder good = recording.orders().get(4);
    assertThat(good.reaches(OrderStatus.PICKED_UP)).isFalse();
    assertThat(good.city()).isEqualTo("unknown");
    assertThat(rejects())
        .contains(
            "2,repaired,accepted_at 2026-03-02T12:41:00Z left out: after the order's end,",
            "3,repaired,accepted_at 2026-03-02T11:00:00Z left out: before the stage before it,",
            "4,repaired,accepted_at left out: Text 'noon' could not be parsed at index 0,",
            "picked_up_at 2026-03-02T12:00:30Z left out: before the stage before it");
  }

  @Test
  void unwrapsDaysOfAMonthThatNobodyNames() throws Exception {
    String mapping =
        """
        name: days
        columns: {order_id: "@line", placed_at: placed, delivered_at: delivered, amount: amount}
        time: {pattern: "dd HH:mm:ss", anchor: 2026-04-01, days_in_month: 30}
        constants: {currency: USD}
        """;
    String csv =
        """
        placed,delivered,amount
        31 23:58:00,01 00:40:00,1
        30 23:30:00,01 21:00:00,1
        15 12:00:00,15 11:59:00,1
        32 12:00:00,15 11:59:00,1
        """;
    Recording recording = ReplayFixture.of(folder, csv, mapping).read();
    assertThat(recording.orders().stream().map(RecordedOrder::times).map(RecordingTest::span))
        .containsExactly(
            "2026-03-31T23:58:00Z/2026-04-01T00:40:00Z",
            "2026-04-30T23:30:00Z/2026-05-01T21:00:00Z");
    assertThat(rejects()).contains("4,rejected,delivered_at", "5,rejected,placed_at is broken");
  }

  @Test
  void setsWeekdaysIntoAWeek() throws Exception {
    String csv =
        "time_to_delivery,hour,day,distance\n16.5,11.5,Thu,2\n-1,11.5,Mon,2\n16.5,24.5,Tue,2\n";
    ReplayFixture fixture =
        new ReplayFixture(
            folder,
            Files.writeString(folder.resolve("rows.csv"), csv),
            Path.of("mappings/modeldata.yaml"));
    Recording recording = fixture.read();
    assertThat(recording.rejected()).isEqualTo(2);
    RecordedOrder order = recording.orders().get(0);
    assertThat(span(order.times())).isEqualTo("2026-04-09T15:30:00Z/2026-04-09T15:46:30Z");
    assertThat(order.distanceMetres()).isEqualTo(3_219);
    assertThat(order.restaurant()).isEqualTo("the-restaurant");
  }

  private static String span(long[] times) {
    return Micros.instant(times[OrderStatus.PLACED.ordinal()])
        + "/"
        + Micros.instant(times[OrderStatus.DELIVERED.ordinal()]);
  }

  private Recording read(String... rows) throws Exception {
    String csv = ReplayTest.HEADER + String.join("\n", List.of(rows));
    return ReplayFixture.of(folder, csv, ReplayTest.MAPPING).read();
  }

  private String rejects() throws Exception {
    return Files.readString(folder.resolve("rejects.csv"));
  }

  private static String row(
      String id, String placed, String accepted, String delivered, String amount) {
    return "%s,cu,re,co,City,%s,%s,,,%s,,%s".formatted(id, placed, accepted, delivered, amount);
  }
}
