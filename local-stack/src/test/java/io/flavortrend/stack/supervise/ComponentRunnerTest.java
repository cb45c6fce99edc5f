package io.flavortrend.stack.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.stack.component.Component;
import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs real processes: shells. */
class ComponentRunnerTest {
  @TempDir private Path directory;

  private FlavorHome home;
  private ChildRegistry registry;
  private ComponentRunner runner;
  private final List<ComponentState> states = new CopyOnWriteArrayList<>();

  @BeforeEach
  void makeHome() {
    home = new FlavorHome(directory);
    home.create();
    registry = new ChildRegistry(home);
  }

  @AfterEach
  void stop() throws InterruptedException {
    if (runner != null) {
      runner.stop();
    }
  }

  @Test
  void aKilledServiceIsStartedAgain() {
    start(Component.service("sleeper").command(List.of("sleep", "1000")).build());
    await().until(() -> runner.state() == ComponentState.ready);
    long first = runner.process().pid();

    runner.process().destroyForcibly();

    await().until(() -> runner.process() != null && runner.process().pid() != first);
    await().until(() -> runner.state() == ComponentState.ready);
    assertThat(runner.restarts()).isEqualTo(1);
    assertThat(states).contains(ComponentState.restarting);
  }

  @Test
  void aServiceThatAlwaysEndsIsGivenUpWithItsLastWords() {
    start(
        Component.service("broken")
            .command(List.of("sh", "-c", "echo no disk >&2; exit 3"))
            .health(() -> false)
            .build());

    await().atMost(Duration.ofSeconds(60)).until(() -> runner.state() == ComponentState.failed);
    assertThat(runner.problem()).isEqualTo("ended with exit code 3");
    assertThat(LogTail.lastLine(home.logs().resolve("broken.log"))).isEqualTo("no disk");
    assertThat(runner.firstReady()).isCompletedExceptionally();
  }

  @Test
  void aWrongSettingIsNotTriedAgain() {
    start(
        Component.service("refusing")
            .command(List.of("sh", "-c", "exit 2"))
            .health(() -> false)
            .tellsWrongSettings()
            .build());

    await().until(() -> runner.state() == ComponentState.failed);
    assertThat(runner.problem()).isEqualTo("ended with exit code 2");
    assertThat(runner.restarts()).isZero();
  }

  @Test
  void aStepIsReadyWhenItHasEndedWithSuccess() {
    start(Component.step("step").command(List.of("sh", "-c", "exit 0")).build());

    await().until(() -> runner.state() == ComponentState.ready);
    assertThat(runner.process()).isNull();
    assertThat(runner.firstReady()).isCompleted();
  }

  @Test
  void aStepThatFailsTellsItsLastLine() {
    start(Component.step("step").command(List.of("sh", "-c", "echo because; exit 1")).build());

    await().until(() -> runner.problem() != null);
    assertThat(runner.problem()).isEqualTo("exit code 1: because");
  }

  @Test
  void aComponentWaitsForWhatItNeeds() {
    CompletableFuture<Void> needed = new CompletableFuture<>();
    start(Component.step("step").command(List.of("true")).build(), needed);
    assertThat(runner.state()).isEqualTo(ComponentState.waiting);

    needed.complete(null);

    await().until(() -> runner.state() == ComponentState.ready);
  }

  @Test
  void aComponentIsGivenUpWithWhatItNeeds() {
    start(
        Component.step("step").command(List.of("true")).build(),
        CompletableFuture.failedFuture(new IllegalStateException("gone")));

    await().until(() -> runner.state() == ComponentState.failed);
  }

  @Test
  void aStopEndsTheProcessAndItIsNotStartedAgain() throws InterruptedException {
    start(Component.service("sleeper").command(List.of("sleep", "1000")).build());
    await().until(() -> runner.state() == ComponentState.ready);
    ProcessHandle process = runner.process().toHandle();

    runner.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(runner.state()).isEqualTo(ComponentState.stopped);
  }

  @Test
  void whatAKilledSupervisorLeftIsEnded() throws IOException {
    Process orphan = new ProcessBuilder("sleep", "1000").start();
    registry.started("orphan", orphan);

    List<String> ended = new ChildRegistry(home).endOrphans();

    assertThat(ended).containsExactly("orphan");
    assertThat(orphan.isAlive()).isFalse();
    assertThat(new ChildRegistry(home).endOrphans()).isEmpty();
  }

  @Test
  void aProcessThatOnlyHasTheSameIdIsLeftAlone() throws IOException {
    Process stranger = new ProcessBuilder("sleep", "1000").start();
    try {
      Files.writeString(
          home.run().resolve("children.json"),
          "{\"children\":[{\"name\":\"old\",\"pid\":%d,\"started_at_millis\":1000}]}"
              .formatted(stranger.pid()));

      assertThat(new ChildRegistry(home).endOrphans()).isEmpty();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @SafeVarargs
  private void start(Component component, CompletableFuture<Void>... needed) {
    runner =
        new ComponentRunner(
            component,
            home.logs().resolve(component.name() + ".log"),
            registry,
            List.of(needed),
            new Backoff(4),
            changed -> states.add(changed.state()));
    runner.start();
  }
}
