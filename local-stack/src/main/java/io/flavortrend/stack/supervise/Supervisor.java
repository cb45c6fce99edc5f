package io.flavortrend.stack.supervise;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.component.Component;
import io.flavortrend.stack.component.Platform;
import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.jobs.JobKeeper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all components of a stack until it is stopped. Thread-safe. */
public final class Supervisor {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

  /** What the jobs read and write must be there before they are submitted. */
  private static final List<String> BEFORE_JOBS =
      List.of("init-db", "topics", "flink-jobmanager", "flink-taskmanager");

  /** The reverse of how data flows: nothing is written that nobody is there to take. */
  private static final List<String> STOPPED_FIRST = List.of(Platform.REPLAY, "generator");

  private static final List<String> STOPPED_LAST =
      List.of(
          "notifier",
          "webapi",
          "flink-taskmanager",
          "flink-jobmanager",
          "connect",
          "kafka",
          "postgres");

  private final FlavorHome home;
  private final ChildRegistry registry;
  private final JobKeeper jobs;
  private final ConnectorKeeper connectors;
  private final Consumer<ComponentRunner> onChange;

  /** Guarded by itself; never held while something is waited for. */
  private final Map<String, ComponentRunner> runners =
      Collections.synchronizedMap(new LinkedHashMap<>());

  private final ScheduledExecutorService keepers =
      Executors.newScheduledThreadPool(3, task -> new Thread(task, "keeper"));
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Starts nothing yet. */
  public Supervisor(
      FlavorHome home,
      ChildRegistry registry,
      JobKeeper jobs,
      ConnectorKeeper connectors,
      Consumer<ComponentRunner> onChange) {
    this.home = home;
    this.registry = registry;
    this.jobs = jobs;
    this.connectors = connectors;
    this.onChange = onChange;
  }

  /** Starts all components, each as soon as those it needs are ready. */
  public synchronized void start(List<Component> components) {
    components.forEach(component -> runners.put(component.name(), runner(component)));
    components().forEach(ComponentRunner::start);
    every(500, () -> jobs.keep(() -> allReady(BEFORE_JOBS)));
    every(500, connectors::keep);
  }

  /**
   * Adds a component to a running stack.
   *
   * @throws StackException when one of that name is at work
   */
  public synchronized void add(Component component) {
    ComponentRunner former = runners.get(component.name());
    if (former != null && former.process() != null) {
      throw new StackException("A %s is at work already".formatted(component.name()));
    }
    ComponentRunner runner = runner(component);
    runners.put(component.name(), runner);
    runner.start();
  }

  /** All components, in the order in which they are shown. */
  public Collection<ComponentRunner> components() {
    synchronized (runners) {
      return List.copyOf(runners.values());
    }
  }

  /** True where everything runs: components, connectors, and each job with a checkpoint. */
  public boolean ready() {
    boolean components =
        components().stream()
            .filter(runner -> !runner.component().name().equals(Platform.REPLAY))
            .allMatch(runner -> runner.state() == ComponentState.ready);
    boolean captured =
        !connectors.status().isEmpty()
            && connectors.status().stream().allMatch(c -> c.state().equals("RUNNING"));
    return components
        && captured
        && jobs.status().stream()
            .allMatch(job -> job.state().equals("RUNNING") && job.completed() > 0);
  }

  /** What keeps the stack from ever becoming ready; empty while there is hope. */
  public List<String> failures() {
    return components().stream()
        .filter(runner -> runner.state() == ComponentState.failed)
        .map(runner -> "%s: %s".formatted(runner.component().name(), runner.problem()))
        .toList();
  }

  /** Stops jobs with savepoints, then all components in order. */
  public void stop() throws InterruptedException {
    if (stopped.getAndSet(true)) {
      return;
    }
    for (String name : STOPPED_FIRST) {
      stop(name);
    }
    keepers.shutdownNow();
    jobs.stopAll();
    for (String name : STOPPED_LAST) {
      stop(name);
    }
    for (ComponentRunner step : components()) {
      step.stop();
    }
  }

  private void stop(String name) throws InterruptedException {
    ComponentRunner runner = runners.get(name);
    if (runner != null) {
      runner.stop();
    }
  }

  private boolean allReady(List<String> names) {
    return names.stream().map(runners::get).allMatch(Supervisor::isReady);
  }

  private static boolean isReady(@Nullable ComponentRunner runner) {
    return runner != null && runner.state() == ComponentState.ready;
  }

  private ComponentRunner runner(Component component) {
    List<CompletableFuture<Void>> dependencies = new ArrayList<>();
    for (String name : component.after()) {
      ComponentRunner dependency = runners.get(name);
      if (dependency == null) {
        throw new IllegalStateException(
            "%s comes before %s, which it needs".formatted(component.name(), name));
      }
      dependencies.add(dependency.firstReady());
    }
    return new ComponentRunner(
        component,
        home.logs().resolve(component.name() + ".log"),
        registry,
        dependencies,
        new Backoff(Backoff.MAX_FAILURES),
        onChange);
  }

  /** Repeated work, until the supervisor stops. */
  @FunctionalInterface
  private interface Work {
    void run() throws InterruptedException;
  }

  private void every(long millis, Work work) {
    keepers.scheduleWithFixedDelay(
        () -> {
          try {
            work.run();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException e) {
            LOG.error("A keeper failed; it goes on", e);
          }
        },
        millis,
        millis,
        TimeUnit.MILLISECONDS);
  }
}
