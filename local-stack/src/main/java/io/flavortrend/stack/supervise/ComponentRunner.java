package io.flavortrend.stack.supervise;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one component running, on a thread of its own: waits for what it needs, starts it, asks for
 * its health, starts it again with back-off when it ends or hangs, unless a setting of it is wrong,
 * and stops it on request.
 */
public final class ComponentRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ComponentRunner.class);
  private static final Duration STARTING_POLL = Duration.ofMillis(150);
  private static final Duration RUNNING_POLL = Duration.ofSeconds(2);

  /** A process that does not answer so often in a row hangs. */
  private static final int MISSES_UNTIL_HUNG = 10;

  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);

  private final Component component;
  private final Path log;
  private final ChildRegistry registry;
  private final Iterable<CompletableFuture<Void>> dependencies;
  private final Consumer<ComponentRunner> onChange;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final Backoff backoff;
  private final Thread thread;

  private volatile ComponentState state = ComponentState.waiting;
  private volatile @Nullable Process process;
  private volatile @Nullable Instant startedAt;
  private volatile @Nullable String problem;
  private volatile boolean stopping;
  private int restarts;

  ComponentRunner(
      Component component,
      Path log,
      ChildRegistry registry,
      Iterable<CompletableFuture<Void>> dependencies,
      Backoff backoff,
      Consumer<ComponentRunner> onChange) {
    this.backoff = backoff;
    this.component = component;
    this.log = log;
    this.registry = registry;
    this.dependencies = dependencies;
    this.onChange = onChange;
    this.thread = new Thread(this::run, "run-" + component.name());
  }

  /** What is kept running. */
  public Component component() {
    return component;
  }

  /** Where it stands. */
  public ComponentState state() {
    return state;
  }

  /** The running process; null where none runs. */
  public @Nullable Process process() {
    Process current = process;
    return current != null && current.isAlive() ? current : null;
  }

  /** When the running process was started; null where none runs. */
  public @Nullable Instant startedAt() {
    return startedAt;
  }

  /** How often it was started again. */
  public int restarts() {
    return restarts;
  }

  /** What went wrong last; null where nothing did. */
  public @Nullable String problem() {
    return problem;
  }

  /** Completes when the component is ready for the first time, fails when it is given up. */
  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  void start() {
    thread.start();
  }

  /** Ends the process and waits for it. */
  void stop() throws InterruptedException {
    stopping = true;
    Process current = process;
    if (current != null && current.isAlive()) {
      signal(current);
      if (!current.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("{} does not end within {}, killing it", component.name(), STOP_PATIENCE);
        current.destroyForcibly();
      }
    }
    thread.interrupt();
    thread.join();
    change(ComponentState.stopped);
  }

  private void run() {
    try {
      for (CompletableFuture<Void> dependency : dependencies) {
        dependency.get();
      }
      while (!stopping && !runOnce()) {
        if (backoff.exhausted()) {
          String reason = "%s was given up: %s".formatted(component.name(), problem);
          change(ComponentState.failed);
          firstReady.completeExceptionally(new IllegalStateException(reason));
          return;
        }
        restarts++;
        change(ComponentState.restarting);
        Thread.sleep(backoff.delay().toMillis());
      }
    } catch (InterruptedException e) {
      firstReady.cancel(false);
    } catch (ExecutionException e) {
      problem = "a component it needs was given up";
      change(ComponentState.failed);
      firstReady.completeExceptionally(e);
    }
  }

  /** Runs the process once; true where it is done for good. */
  private boolean runOnce() throws InterruptedException {
    Instant readySince = Instant.MAX;
    boolean settingIsWrong = false;
    try {
      change(ComponentState.starting);
      component.preparation().run(log);
      Process started = launch();
      readySince = awaitReady(started);
      if (component.kind() == Component.Kind.STEP) {
        int exit = started.waitFor();
        if (exit == 0) {
          ready();
          return true;
        }
        problem = "exit code %d: %s".formatted(exit, LogTail.lastLine(log));
      } else {
        watch(started);
        problem = "ended with exit code %d".formatted(started.waitFor());
      }
      settingIsWrong =
          component.tellsWrongSettings() && started.waitFor() == Component.EXIT_WRONG_SETTING;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      problem = String.valueOf(e.getMessage());
      LOG.warn("{} could not be started", component.name(), e);
    } finally {
      forget();
    }
    if (!stopping) {
      LOG.warn("{}: {}", component.name(), problem);
    }
    if (settingIsWrong) {
      backoff.giveUp();
    } else {
      backoff.failed(readySince, Instant.now());
    }
    return stopping;
  }

  private Process launch() throws IOException {
    rotate();
    ProcessBuilder builder =
        new ProcessBuilder(Detached.command(component.command()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    builder.environment().putAll(component.environment());
    Process started = builder.start();
    process = started;
    startedAt = Instant.now();
    try {
      registry.started(component.name(), started);
    } catch (StackException e) {
      // A process that nobody could end after the supervisor's death must not run.
      started.destroyForcibly();
      throw e;
    }
    if (stopping) {
      signal(started);
    }
    return started;
  }

  /** A full disk must not end this thread: it would leave the component starting for ever. */
  private void forget() {
    try {
      registry.ended(component.name());
    } catch (StackException e) {
      LOG.warn("{} stays listed as a child", component.name(), e);
    }
  }

  /** When the process became ready; for a step and for a process that ended first: never. */
  private Instant awaitReady(Process started) throws InterruptedException {
    if (component.kind() == Component.Kind.STEP) {
      return Instant.MAX;
    }
    Instant deadline = Instant.now().plus(component.patience());
    while (started.isAlive() && !stopping) {
      if (component.health().ready()) {
        ready();
        return Instant.now();
      }
      if (Instant.now().isAfter(deadline)) {
        problem = "not ready within %d s".formatted(component.patience().toSeconds());
        started.destroyForcibly();
        break;
      }
      started.waitFor(STARTING_POLL.toMillis(), TimeUnit.MILLISECONDS);
    }
    return Instant.MAX;
  }

  private void watch(Process started) throws InterruptedException {
    int misses = 0;
    while (!started.waitFor(RUNNING_POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      misses = component.liveness().ready() ? 0 : misses + 1;
      if (misses >= MISSES_UNTIL_HUNG && !stopping) {
        LOG.warn("{} does not answer, killing it", component.name());
        started.destroyForcibly();
      }
    }
  }

  private void ready() {
    problem = null;
    change(ComponentState.ready);
    firstReady.complete(null);
  }

  private void change(ComponentState next) {
    if (state != next) {
      state = next;
      onChange.accept(this);
    }
  }

  private void signal(Process running) {
    if (component.stopSignal().equals("TERM")) {
      running.destroy();
      return;
    }
    try {
      new ProcessBuilder("kill", "-" + component.stopSignal(), Long.toString(running.pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      LOG.warn("{} cannot be signalled, killing it", component.name(), e);
      running.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Keeps one former log, so that logs stay bounded over many starts. */
  private void rotate() throws IOException {
    if (Files.exists(log) && Files.size(log) > 64L << 20) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
