package io.flavortrend.stack.jobs;

import io.flavortrend.stack.component.Installation;
import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each job running: one that Flink does not run, since it failed for good or its JobManager
 * died, is submitted again from its newest retained checkpoint, never from nothing where there is
 * one. Thread-safe.
 */
public final class JobKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(JobKeeper.class);
  private static final Duration SAVEPOINT_PATIENCE = Duration.ofSeconds(60);

  private final FlinkRest flink;
  private final JobSubmission submission;
  private final Map<String, KeptJob> jobs = new LinkedHashMap<>();
  private volatile @Nullable String problem;

  /**
   * A job as status shows it.
   *
   * @param id Flink's id; null where Flink does not know the job
   * @param state Flink's state, {@code STOPPED} where it is not meant to run, {@code WAITING} until
   *     it is submitted, or {@code REFUSED} where Flink has not taken it several times in a row
   */
  public record JobStatus(
      String name,
      @Nullable String id,
      String state,
      long completed,
      long failed,
      long lastTriggerMillis) {}

  /** A keeper of the given jobs; call {@link #keep} repeatedly. */
  public JobKeeper(
      FlinkRest flink, FlavorHome home, Installation installation, List<JobSpec> specs) {
    this.flink = flink;
    this.submission = new JobSubmission(flink, installation);
    specs.forEach(
        spec -> jobs.put(spec.name(), new KeptJob(spec, new JobHistory(home, spec.name()))));
  }

  /**
   * Looks at all jobs once and submits what should run and does not.
   *
   * @param maySubmit false while what the jobs need is not there yet
   */
  public synchronized void keep(BooleanSupplier maySubmit) throws InterruptedException {
    try {
      List<FlinkRest.Job> running = flink.jobs();
      List<KeptJob> due = new ArrayList<>();
      for (KeptJob job : jobs.values()) {
        FlinkRest.Job seen = newest(running, job.spec.name());
        job.seen = seen;
        if (seen != null && seen.alive()) {
          if (job.alive(seen, flink.checkpoints(seen.id()))) {
            flink.checkpoint(seen.id());
          }
        } else if (job.due() && maySubmit.getAsBoolean()) {
          due.add(job);
        }
      }
      submission.submit(due);
      problem = null;
    } catch (IOException e) {
      problem = e.getMessage();
      jobs.values().forEach(job -> job.seen = null);
    }
  }

  /** How each job is. */
  public synchronized List<JobStatus> status() {
    List<JobStatus> status = new ArrayList<>();
    for (KeptJob job : jobs.values()) {
      FlinkRest.Job seen = job.seen;
      FlinkRest.Checkpoints checkpoints = job.checkpoints;
      String state =
          seen != null && (seen.alive() || job.wanted)
              ? seen.state()
              : job.wanted ? (job.refused() ? "REFUSED" : "WAITING") : "STOPPED";
      status.add(
          new JobStatus(
              job.spec.name(),
              seen == null ? null : seen.id(),
              state,
              checkpoints == null ? 0 : checkpoints.completed(),
              checkpoints == null ? 0 : checkpoints.failed(),
              checkpoints == null ? 0 : checkpoints.lastTriggerMillis()));
    }
    return status;
  }

  /** The jobs that Flink has not taken several times in a row, each with the last reason. */
  public synchronized List<String> refusals() {
    return jobs.values().stream()
        .filter(KeptJob::refused)
        .map(job -> String.valueOf(job.refusal()))
        .toList();
  }

  /** What keeps the jobs from being looked at, or one from being submitted; null for nothing. */
  public synchronized @Nullable String problem() {
    return problem != null
        ? problem
        : jobs.values().stream()
            .map(KeptJob::refusal)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }

  /** Submits a job again that was cancelled or stopped. */
  public synchronized void submit(String name) throws InterruptedException {
    job(name).want();
    keep(() -> true);
  }

  /** Ends a job; its newest checkpoint stays. */
  public synchronized void cancel(String name) throws IOException, InterruptedException {
    KeptJob job = job(name);
    job.wanted = false;
    FlinkRest.Job running = newest(flink.jobs(), name);
    if (running != null && running.alive()) {
      flink.cancel(running.id());
    }
  }

  /**
   * Takes a savepoint.
   *
   * @param stop true to end the job with it
   * @return its path
   */
  public synchronized String savepoint(String name, boolean stop)
      throws IOException, InterruptedException {
    KeptJob job = job(name);
    FlinkRest.Job running = newest(flink.jobs(), name);
    if (running == null || !running.alive()) {
      throw new IOException("%s is not running".formatted(name));
    }
    job.wanted = !stop;
    String path = flink.savepoint(running.id(), stop, SAVEPOINT_PATIENCE);
    job.history.savepoint(path, System.currentTimeMillis());
    return path;
  }

  /** Stops a job with a savepoint and starts the jar that is there now from it. */
  public synchronized String upgrade(String name) throws IOException, InterruptedException {
    String path = savepoint(name, true);
    while (newestAlive(name)) {
      Thread.sleep(100);
    }
    submit(name);
    return path;
  }

  /** Stops all jobs with savepoints; a job that cannot keeps its newest checkpoint. */
  public synchronized void stopAll() throws InterruptedException {
    for (KeptJob job : jobs.values()) {
      try {
        if (newestAlive(job.spec.name())) {
          LOG.info("{} stopped with {}", job.spec.name(), savepoint(job.spec.name(), true));
        }
      } catch (IOException e) {
        LOG.warn(
            "{} could not be stopped with a savepoint, its newest checkpoint stays: {}",
            job.spec.name(),
            e.getMessage());
      }
      job.wanted = false;
    }
  }

  /** Names of the jobs. */
  public List<String> names() {
    return List.copyOf(jobs.keySet());
  }

  private boolean newestAlive(String name) throws IOException, InterruptedException {
    FlinkRest.Job running = newest(flink.jobs(), name);
    return running != null && running.alive();
  }

  private KeptJob job(String name) {
    KeptJob job = jobs.get(name);
    if (job == null) {
      throw new IllegalArgumentException(
          "'%s' is no job: allowed is one of %s".formatted(name, String.join(", ", names())));
    }
    return job;
  }

  private static FlinkRest.@Nullable Job newest(List<FlinkRest.Job> running, String name) {
    FlinkRest.Job newest = null;
    for (FlinkRest.Job job : running) {
      if (job.name().equals(name)
          && (newest == null
              || (job.alive() && !newest.alive())
              || (job.alive() == newest.alive() && job.startMillis() > newest.startMillis()))) {
        newest = job;
      }
    }
    return newest;
  }
}
