package io.flavortrend.stack.jobs;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of one job, and when it may be submitted again. Guarded by its keeper. */
final class KeptJob {
  private static final Logger LOG = LoggerFactory.getLogger(KeptJob.class);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  /** After that many refusals in a row, seven seconds and more, a person has to look. */
  private static final int REFUSED_AFTER = 4;

  final JobSpec spec;
  final JobHistory history;
  boolean wanted = true;
  FlinkRest.@Nullable Job seen;
  FlinkRest.@Nullable Checkpoints checkpoints;
  private String firstCheckpointAskedOf = "";
  private int failedSubmits;
  private @Nullable String refusal;
  private long notBeforeNanos = System.nanoTime();

  KeptJob(JobSpec spec, JobHistory history) {
    this.spec = spec;
    this.history = history;
  }

  /**
   * Flink runs it.
   *
   * @return true once for each run that has no checkpoint yet: a job is ready with its first, and
   *     that should not wait for the interval
   */
  boolean alive(FlinkRest.Job running, FlinkRest.Checkpoints found) {
    seen = running;
    checkpoints = found;
    failedSubmits = 0;
    refusal = null;
    if (found.completed() > 0
        || !running.allTasksRun()
        || running.id().equals(firstCheckpointAskedOf)) {
      return false;
    }
    firstCheckpointAskedOf = running.id();
    return true;
  }

  /** It should run, and the pause since the last try is over. */
  boolean due() {
    return wanted && System.nanoTime() - notBeforeNanos >= 0;
  }

  /** A person wants it now. */
  void want() {
    wanted = true;
    notBeforeNanos = System.nanoTime();
  }

  /** Flink has taken it; it may be seen a moment later. */
  void submitted() {
    failedSubmits = 0;
    refusal = null;
    pause();
  }

  /** Flink has not taken it. */
  void failed(IOException failure) {
    failedSubmits++;
    refusal = "%s could not be submitted: %s".formatted(spec.name(), failure.getMessage());
    LOG.warn("{}", refusal);
    pause();
  }

  boolean refused() {
    return failedSubmits >= REFUSED_AFTER;
  }

  @Nullable String refusal() {
    return refusal;
  }

  private void pause() {
    long millis = Math.min(LONGEST_PAUSE.toMillis(), 500L << Math.min(failedSubmits, 5));
    notBeforeNanos = System.nanoTime() + Duration.ofMillis(millis).toNanos();
  }
}
