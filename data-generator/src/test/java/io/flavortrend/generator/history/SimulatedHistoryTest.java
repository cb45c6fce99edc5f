package io.flavortrend.generator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.TestDatabase;
import io.flavortrend.generator.replay.ProgressFile;
import io.flavortrend.generator.simulation.Micros;
import io.flavortrend.generator.simulation.Pace;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedHistoryTest {
  /** Noon of a Monday in Tunis. */
  private static final long START = Micros.of(Instant.parse("2026-03-02T11:00:00Z"));

  @Test
  void anHourIsWrittenWithItsTimesAndTheBeatIsPastEverything() throws Exception {
    TestDatabase database = TestDatabase.createForSimulatedHistory();

    int placed = history(database, START + Micros.HOUR).write();

    assertThat(database.number("select count(*) from orders")).isEqualTo(placed).isGreaterThan(500);
    assertThat(database.number("select count(*) from orders where status = 'delivered'"))
        .isGreaterThan(placed / 4);
    assertThat(
            database.value(
                "select min(placed_at) >= '2026-03-02 11:00Z' and max(updated_at) <= '2026-03-02"
                    + " 12:00Z' from orders"))
        .isEqualTo("t");
    assertThat(database.value("select max(beat_at) at time zone 'UTC' from cdc_heartbeat"))
        .isEqualTo("2026-03-03 13:00:00");
  }

  @Test
  void whoeverIsInterruptedGoesOnFromTheLastBeat() throws Exception {
    TestDatabase database = TestDatabase.createForSimulatedHistory();
    history(database, START + 20 * Micros.MINUTE).write();
    // As it stands when killed: the last half minute is committed, the end is not.
    database.execute("update cdc_heartbeat set beat_at = '2026-03-02 11:20Z'");
    long first = database.number("select count(*) from orders");

    history(database, START + 40 * Micros.MINUTE).write();

    assertThat(database.number("select count(*) from orders where placed_at > '2026-03-02 11:20Z'"))
        .isGreaterThan(first / 3);
    assertThat(
            database.number("select count(*) from orders where placed_at <= '2026-03-02 11:20Z'"))
        .isEqualTo(first);
    assertThat(database.number("select max(id) - count(*) from orders")).isZero();
  }

  @Test
  void whatIsFinishedIsNotWrittenAgain() throws Exception {
    TestDatabase database = TestDatabase.createForSimulatedHistory();
    history(database, START + 5 * Micros.MINUTE).write();

    assertThat(history(database, START + 5 * Micros.MINUTE).write()).isZero();
  }

  private static SimulatedHistory history(TestDatabase database, long end) {
    assertThat(database.value("select distinct time_domain from cdc_heartbeat"))
        .isEqualTo(TimeDomain.LOG.code());
    return new SimulatedHistory(
        database.application(),
        new SimulatedHistory.Plan(1, new Pace(0.5, false, null), START, end),
        Duration.ofSeconds(10),
        new ProgressFile(null));
  }
}
