package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.CityMinutes;
import io.flavortrend.e2e.Differences;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.Stack;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The end of the live stack: by force, resumed, and in order. The last of its tests. */
@ExtendWith(LiveStack.class)
@Order(90)
class SupervisorIT {
  private final Stack stack;

  SupervisorIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  @Order(1)
  void aKilledSupervisorLeavesNothingRunning() {
    assertThat(stack.processes()).hasSizeGreaterThan(8);
    Stack.signal(stack.supervisorPid(), "KILL");
    Awaitility.await("the guardian to end what is left")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(stack.processes()).isEmpty());
  }

  @Test
  @Order(2)
  void upCarriesOnFromTheData() throws SQLException {
    stack.up(List.of()).orThrow();
    RestClient generator = new RestClient(stack.generatorUrl(), stack.token("operator"));
    assertThat(generator.post("/stop", "").status()).isEqualTo(200);
    stack.awaitCaughtUp(Duration.ofMinutes(3));
    Map<CityMinutes.Key, CityMinutes.Figures> expected = CityMinutes.recomputed(stack);
    assertThat(Differences.between(expected, CityMinutes.inTable(stack))).isEmpty();
    assertThat(Differences.between(expected, CityMinutes.inTopic(stack))).isEmpty();
  }

  @Test
  @Order(3)
  void downLeavesNoProcess() {
    stack.down().orThrow();
    assertThat(stack.processes()).isEmpty();
    assertThat(stack.flavor("status", "--json").orThrow().out()).contains("\"ready\":false");
    assertThat(stack.down().orThrow().out()).contains("Nothing was running");
  }
}
