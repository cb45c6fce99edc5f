package io.flavortrend.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.e2e.stack.CommandResult;
import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The operator's daily verbs. */
@ExtendWith(LiveStack.class)
@Order(20)
class CommandLineIT {
  private final Stack stack;

  CommandLineIT(Stack stack) {
    this.stack = stack;
  }

  @Test
  void statusIsJsonOfTheAgreedShape() {
    JsonNode status = Json.MAPPER.readTree(stack.flavor("status", "--json").orThrow().out());
    assertThat(status.path("ready").isBoolean()).isTrue();
    assertThat(status.path("caught_up").isBoolean()).isTrue();
    assertThat(names(status.path("components")))
        .contains(
            "postgres",
            "kafka",
            "connect",
            "flink-jobmanager",
            "flink-taskmanager",
            "webapi",
            "notifier",
            "generator");
    for (JsonNode component : status.path("components")) {
      assertThat(component.propertyNames()).contains("name", "state", "pid", "port", "url");
    }
    assertThat(names(status.path("jobs"))).contains("city-kpis");
    for (JsonNode job : status.path("jobs")) {
      assertThat(job.path("state").asString()).isEqualTo("RUNNING");
      assertThat(job.path("checkpoints_completed").isIntegralNumber()).isTrue();
      assertThat(job.path("checkpoints_failed").isIntegralNumber()).isTrue();
    }
    assertThat(stack.flavor("status").orThrow().out())
        .contains("postgres", "job city-kpis: RUNNING", "ready: true");
  }

  @Test
  void statusRefusesAPatienceThatIsNone() {
    CommandResult result = stack.flavor("status", "--within", "601");
    assertThat(result.exitCode()).isNotZero();
    assertThat(result.err()).contains("--within is 601: allowed is 0 to 600 seconds");
  }

  @Test
  void sqlPrintsCsvAndMayOnlyRead() {
    assertThat(
            stack
                .flavor("sql", "select id, name from cities where id <= 2 order by id")
                .orThrow()
                .out())
        .isEqualTo("id,name\n1,Tunis\n2,Ariana\n");
    CommandResult refused = stack.flavor("sql", "delete from orders");
    assertThat(refused.exitCode()).isEqualTo(1);
    assertThat(refused.err()).contains("PostgreSQL says").hasLineCount(1);
    assertThat(stack.flavor("sql", "select phone from customers limit 1").text())
        .as("the role reads public tables, as contracts say")
        .startsWith("phone");
  }

  @Test
  void topicsAreListedAndTailed() {
    assertThat(stack.flavor("topics").orThrow().out())
        .contains("flavor.public.orders", "city_kpis", "dead_letters");
    List<JsonNode> records =
        stack
            .flavor("topics", "tail", "city_kpis", "--from-beginning", "--limit", "3")
            .orThrow()
            .out()
            .lines()
            .<JsonNode>map(Json.MAPPER::readTree)
            .toList();
    assertThat(records).hasSize(3);
    for (JsonNode record : records) {
      assertThat(record.propertyNames())
          .containsExactly("topic", "partition", "offset", "timestamp", "key", "value");
      assertThat(record.path("value").path("city_id").asString())
          .isEqualTo(record.path("key").asString());
      Instant.parse(record.path("timestamp").asString());
    }
    CommandResult unknown = stack.flavor("topics", "tail", "no-such-topic", "--limit", "1");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("There is no topic 'no-such-topic'");
  }

  @Test
  void logsAreShownByName() {
    assertThat(stack.flavor("logs", "kafka", "-n", "5").orThrow().out()).hasLineCount(5);
    CommandResult unknown = stack.flavor("logs", "nothing");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("'nothing' has no log", "postgres");
  }

  @Test
  void connectorsAndDoctorTellTheirState() {
    assertThat(stack.flavor("connectors").orThrow().out()).contains("flavor-postgres", "RUNNING");
    CommandResult doctor = stack.flavor("doctor");
    assertThat(doctor.exitCode()).as(doctor.text()).isZero();
    assertThat(doctor.out()).contains("JDK", "Node.js", "GiB of disk");
  }

  @Test
  void aWrongRoleIsNamedWithThoseAllowed() {
    CommandResult refused = stack.flavor("token", "--role", "king");
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.err()).contains("king", "viewer", "operator", "admin");
  }

  @Test
  void jobsAreSavedUpgradedCancelledAndSubmittedAgain() {
    assertThat(stack.flavor("jobs", "list").orThrow().out())
        .contains(
            "city-kpis",
            "static-sla",
            "review-sentiment",
            "order-enrichment",
            "restaurant-features",
            "courier-features",
            "RUNNING");
    assertThat(stack.flavor("jobs", "savepoint", "city-kpis").orThrow().out())
        .contains("city-kpis saved in");
    assertThat(stack.flavor("jobs", "upgrade", "city-kpis").orThrow().out())
        .contains("city-kpis restarted from");
    awaitJob("RUNNING");
    stack.flavor("jobs", "cancel", "city-kpis").orThrow();
    awaitJob("STOPPED");
    stack.flavor("jobs", "submit", "city-kpis").orThrow();
    awaitJob("RUNNING");
    stack.awaitCaughtUp(Duration.ofMinutes(2));
    CommandResult unknown = stack.flavor("jobs", "cancel", "no-such-job");
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.err()).contains("no-such-job", "city-kpis");
  }

  @Test
  void aSecondUpSaysThatOneRunsAndHandsOutANewLink() {
    CommandResult second = stack.up(List.of());
    assertThat(second.exitCode()).as(second.text()).isZero();
    assertThat(second.out())
        .contains("already running (pid %d)".formatted(stack.supervisorPid()), "/sign-in?link=");
    CommandResult replay =
        stack.up(List.of("--replay", "/etc/hostname", "--mapping", "/etc/hostname"));
    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.err()).contains("already running");
  }

  private void awaitJob(String state) {
    stack.await(
        "city-kpis " + state,
        Duration.ofMinutes(2),
        status ->
            status.jobs().stream()
                .filter(job -> job.name().equals("city-kpis"))
                .map(StackStatus.Job::state)
                .allMatch(state::equals));
  }

  private static List<String> names(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path("name").asString())
        .toList();
  }
}
