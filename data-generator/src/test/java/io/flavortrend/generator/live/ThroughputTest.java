package io.flavortrend.generator.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.GeneratorConfig;
import io.flavortrend.generator.TestDatabase;
import io.flavortrend.generator.simulation.Pace;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How much one generator can write to one durable PostgreSQL: run by itself with {@code
 * -Dgenerator.throughput=3000}.
 */
@EnabledIfSystemProperty(named = "generator.throughput", matches = "\\d+")
final class ThroughputTest {
  private static final int SECONDS = 40;

  @Test
  void keepsUp() throws Exception {
    double rate = Double.parseDouble(System.getProperty("generator.throughput"));
    int connections = Integer.getInteger("generator.connections", 2);
    TestDatabase database = TestDatabase.create(TimeDomain.LIVE);
    GeneratorConfig config =
        new GeneratorConfig(
            new Pace(rate, true, 10.0), 1, 0, 0, connections, true, "127.0.0.1", 8095);
    try (LiveRun run = new LiveRun(config, database.application(), Clock.systemUTC())) {
      run.begin();
      for (int i = 0; i < SECONDS / 5; i++) {
        TimeUnit.SECONDS.sleep(5);
        Status status = run.status();
        System.out.printf(
            "%.0f orders/s, %.0f changes/s, behind %.0f ms, lateness %s, writers busy %.2f, open %d%n",
            status.ordersPerSecond().actual(),
            status.changesPerSecond(),
            status.behindMs(),
            status.latenessMs(),
            status.writerBusy(),
            status.openOrders());
      }
      assertThat(run.status().ordersPerSecond().actual()).isGreaterThan(0.97 * rate);
    }
  }
}
