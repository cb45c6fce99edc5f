package io.flavortrend.stack;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.component.Component;
import io.flavortrend.stack.component.Installation;
import io.flavortrend.stack.component.Platform;
import io.flavortrend.stack.component.StackSettings;
import io.flavortrend.stack.control.ControlServer;
import io.flavortrend.stack.control.StatusReport;
import io.flavortrend.stack.control.StatusReport.ComponentReport;
import io.flavortrend.stack.control.StatusReport.ConnectorReport;
import io.flavortrend.stack.control.StatusReport.JobReport;
import io.flavortrend.stack.control.StatusReport.ReplayReport;
import io.flavortrend.stack.database.ReadOnlyDatabase;
import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.JsonFile;
import io.flavortrend.stack.home.StackProfile;
import io.flavortrend.stack.jobs.FlinkRest;
import io.flavortrend.stack.jobs.JobKeeper;
import io.flavortrend.stack.progress.BeatReader;
import io.flavortrend.stack.progress.CaughtUp;
import io.flavortrend.stack.supervise.ChildRegistry;
import io.flavortrend.stack.supervise.ComponentRunner;
import io.flavortrend.stack.supervise.ConnectorKeeper;
import io.flavortrend.stack.supervise.Supervisor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A stack in this process: wires its parts and answers the command line. Thread-safe. */
public final class RunningStack implements ControlServer.Actions {
  private final FlavorHome home;
  private final StackProfile profile;
  private final Platform platform;
  private final JobKeeper jobs;
  private final ConnectorKeeper connectors;
  private final CaughtUp caughtUp;
  private final Supervisor supervisor;
  private final CountDownLatch stopRequested = new CountDownLatch(1);

  /** Wires the parts; starts nothing. */
  public RunningStack(
      Settings settings,
      FlavorHome home,
      Installation installation,
      StackProfile profile,
      ChildRegistry registry,
      Consumer<ComponentRunner> onChange) {
    this.home = home;
    this.profile = profile;
    StackSettings stack = StackSettings.from(settings);
    FlinkRest flink = new FlinkRest(stack.url(stack.flink()));
    platform = new Platform(stack, home, installation);
    jobs = new JobKeeper(flink, home, installation, stack.jobs());
    connectors = new ConnectorKeeper(stack.url(stack.connect()));
    caughtUp = new CaughtUp(flink, jobs, new BeatReader(new ReadOnlyDatabase(stack, home)));
    supervisor = new Supervisor(home, registry, jobs, connectors, onChange);
  }

  /** Starts all components. */
  public void start() {
    supervisor.start(platform.components(profile));
  }

  /** True where everything runs. */
  public boolean ready() {
    return supervisor.ready();
  }

  /** What keeps the stack from ever becoming ready; empty while there is hope. */
  public List<String> failures() {
    List<String> failures = new ArrayList<>(supervisor.failures());
    failures.addAll(jobs.refusals());
    return failures;
  }

  /** Returns when somebody has asked for the stack to stop. */
  public void awaitStopRequest() throws InterruptedException {
    stopRequested.await();
  }

  /** Stops everything, in order. */
  public void shutDown() throws InterruptedException {
    supervisor.stop();
  }

  @Override
  public void stop() {
    stopRequested.countDown();
  }

  @Override
  public void replay(StackProfile.Replay replay) {
    supervisor.add(platform.replay(replay, profile));
  }

  @Override
  public String job(String name, String verb) throws IOException, InterruptedException {
    return switch (verb) {
      case "submit" -> {
        jobs.submit(name);
        yield name + " submitted";
      }
      case "cancel" -> {
        jobs.cancel(name);
        yield name + " cancelled";
      }
      case "savepoint" -> "%s saved in %s".formatted(name, jobs.savepoint(name, false));
      case "upgrade" -> "%s restarted from %s".formatted(name, jobs.upgrade(name));
      default ->
          throw new IllegalArgumentException(
              "'%s' is no verb: allowed is one of submit, cancel, savepoint, upgrade"
                  .formatted(verb));
    };
  }

  @Override
  public StatusReport status(Duration patience) throws InterruptedException {
    ReplayReport replay = replayReport();
    boolean allFed = !profile.fed() || (replay != null && replay.done());
    boolean caught = allFed && !patience.isZero() && caughtUp.await(profile.timeDomain(), patience);
    List<ComponentReport> components =
        supervisor.components().stream().map(RunningStack::report).toList();
    List<JobReport> jobReports =
        jobs.status().stream()
            .map(
                job ->
                    new JobReport(job.name(), job.id(), job.state(), job.completed(), job.failed()))
            .toList();
    // After the states: whoever sees that something has failed must see why.
    List<String> problems = new ArrayList<>(supervisor.failures());
    if (jobs.problem() != null) {
      problems.add("jobs: " + jobs.problem());
    }
    return new StatusReport(
        components,
        jobReports,
        connectors.status().stream()
            .map(c -> new ConnectorReport(c.name(), c.state(), c.problem()))
            .toList(),
        replay,
        profile.timeDomain().code(),
        caught,
        supervisor.ready(),
        problems);
  }

  private @Nullable ReplayReport replayReport() {
    return new JsonFile<>(platform.replayProgress(), ReplayReport.class).read().orElse(null);
  }

  private static ComponentReport report(ComponentRunner runner) {
    Component component = runner.component();
    Process process = runner.process();
    Instant startedAt = runner.startedAt();
    return new ComponentReport(
        component.name(),
        runner.state().name(),
        process == null ? null : process.pid(),
        component.port(),
        component.url(),
        process == null || startedAt == null
            ? null
            : Duration.between(startedAt, Instant.now()).toSeconds(),
        runner.restarts(),
        runner.problem());
  }
}
