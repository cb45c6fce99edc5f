package io.flavortrend.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
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
            database.value(
                "select percentile_cont(0.5) within group (order by extract(epoch from delivered_at"
                    + " - placed_at) / 60)::numeric(6,1) from orders"))
        .isEqualTo("45.1");
  }
}
