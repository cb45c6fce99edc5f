package io.flavortrend.generator.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.TestDatabase;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real month, where it is at hand: it may not be handed on with the project. */
final class DoordashMonthTest {
  private static final Path DATA = Path.of("../../shared/data/doordash-month/deliveries.csv.gz");

  @TempDir Path folder;

  @Test
  void everyRowEndsInTheDatabaseOrInTheRejects() throws Exception {
    assumeTrue(Files.exists(DATA), DATA + " is not there: the real month is not tested");
    ReplayFixture fixture =
        new ReplayFixture(folder, DATA, Path.of("mappings/doordash-month.yaml"));
    TestDatabase database = TestDatabase.create(TimeDomain.LOG);
    Recording recording = fixture.read();
    assertThat(recording.read()).isEqualTo(18_079);

    long began = System.nanoTime();
    fixture.replay(database, Speed.MAX);
    double seconds = (System.nanoTime() - began) / 1e9;
    int events = new Plan(recording.orders()).events().size();
    System.out.printf(
        "doordash-month: read %d, stored %d, rejected %d, repaired %d; %d changes in %.1f s = %.0f/s%n",
        recording.read(),
        recording.orders().size(),
        recording.rejected(),
        recording.repaired(),
        events,
        seconds,
        events / seconds);

    long stored = database.number("select count(*) from orders");
    assertThat(stored + recording.rejected()).isEqualTo(18_079);
    assertThat(recording.rejected()).isZero();
    assertThat(database.number("select count(*) from orders where status = 'delivered'"))
        .isEqualTo(18_079);
    assertThat(
            database.column(
                "select c.name || ' ' || count(*) from orders o join cities c on c.id = o.city_id"
                    + " group by c.name order by 1"))
        .containsExactly("Mountain View 3760", "None 26", "Palo Alto 11434", "San Jose 2859");
    assertThat(database.number("select count(*) from restaurants")).isEqualTo(314);
    assertThat(database.number("select count(*) from couriers")).isEqualTo(297);
    assertThat(database.number("select count(*) from customers")).isEqualTo(6_701);
    assertThat(
            database.column(
                "select id || ' ' || extract(epoch from placed_at)::bigint || ' '"
                    + " || extract(epoch from delivered_at)::bigint from orders order by id"))
        .isEqualTo(naive());
  }

  /** Line, placed and delivered of each row by the rules of the data's README alone. */
  private static List<String> naive() throws Exception {
    long april = LocalDate.of(2026, 4, 1).toEpochDay() * 86_400;
    List<String> expected = new ArrayList<>();
    try (BufferedReader rows =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(DATA)), UTF_8))) {
      rows.readLine();
      int line = 1;
      for (String row = rows.readLine(); row != null; row = rows.readLine()) {
        String[] columns = row.split(",", -1);
        long placed = seconds(columns[0]);
        long delivered = seconds(columns[3]);
        long unwrapped = delivered < placed ? delivered + 30 * 86_400 : delivered;
        expected.add("%d %d %d".formatted(++line, april + placed, april + unwrapped));
      }
    }
    return expected;
  }

  private static long seconds(String text) {
    int day = Integer.parseInt(text.substring(0, 2));
    return (day == 31 ? -1 : day - 1) * 86_400L
        + LocalTime.parse(text.substring(3)).toSecondOfDay();
  }
}
