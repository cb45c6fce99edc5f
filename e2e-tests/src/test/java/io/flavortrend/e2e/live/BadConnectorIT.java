package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.CommandResult;
import io.flavortrend.e2e.stack.Commands;
import io.flavortrend.e2e.stack.RestClient;
import io.flavortrend.e2e.stack.RestClient.Answer;
import io.flavortrend.e2e.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A connector that Connect refuses is reported in one sentence, and harms nothing. */
@ExtendWith(LiveStack.class)
@Order(65)
class BadConnectorIT {
  private final Stack stack;

  BadConnectorIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void connectRefusesABrokenConfigurationAndNamesTheKey() {
    RestClient connect = new RestClient(stack.connectUrl(), null);
    Answer refused =
        connect.put(
            "/connectors/broken/config",
            """
            {"connector.class":"io.debezium.connector.postgresql.PostgresConnector",
             "topic.prefix":"broken","snapshot.mode":"sometimes"}""");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("'snapshot.mode' value is invalid", "initial");
    assertThat(connect.get("/connectors/broken").status()).isEqualTo(404);
    assertThat(stack.awaitReady(Duration.ofMinutes(1)).problems()).isEmpty();
  }

  @Test
  void connectRefusesAWrongPasswordAndSaysWhoIsRefused() {
    RestClient connect = new RestClient(stack.connectUrl(), null);
    Answer refused =
        connect.put(
            "/connectors/broken/config",
            """
            {"connector.class":"io.flavortrend.debezium.FlavorPostgresConnector",
             "topic.prefix":"broken","plugin.name":"pgoutput","slot.name":"broken",
             "database.hostname":"127.0.0.1","database.port":"%d","database.dbname":"flavor",
             "database.user":"flavor_cdc","database.password":"wrong"}"""
                .formatted(stack.port("FLAVOR_POSTGRES_PORT")));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).contains("password authentication failed", "flavor_cdc");
    assertThat(connect.get("/connectors/broken").status()).isEqualTo(404);
    assertThat(stack.awaitReady(Duration.ofMinutes(1)).problems()).isEmpty();
  }

  @Test
  void theConnectorStepSaysWhatItCouldNotReach() {
    Map<String, String> environment = new HashMap<>(stack.environment());
    environment.put("FLAVOR_CONNECT_URL", stack.webapiUrl());
    environment.put("FLAVOR_CONNECTOR_TIMEOUT", "PT3S");
    CommandResult failed = apply(environment);
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err().strip()).hasLineCount(1).contains("flavor-postgres");
    environment.put("FLAVOR_CONNECT_URL", "connect");
    CommandResult wrong = apply(environment);
    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("FLAVOR_CONNECT_URL is 'connect': allowed is");
  }

  private static CommandResult apply(Map<String, String> environment) {
    return Commands.run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-jar",
            Stack.projectFolder().resolve("debezium/target/debezium.jar").toString()),
        environment,
        Duration.ofMinutes(1));
  }
}
