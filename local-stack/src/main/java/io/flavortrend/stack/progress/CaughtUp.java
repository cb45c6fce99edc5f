package io.flavortrend.stack.progress;

import io.flavortrend.stack.home.StackProfile;
import io.flavortrend.stack.jobs.FlinkRest;
import io.flavortrend.stack.jobs.JobKeeper;
import io.flavortrend.stack.jobs.JobKeeper.JobStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells whether every job has written the results of all that is committed. In the live domain that
 * is asked as of a moment: the beats that follow it prove that nothing committed before is still on
 * its way. In the log domain the newest beat in the database is the mark. Thread-safe.
 */
public final class CaughtUp {
  private final FlinkRest flink;
  private final JobKeeper jobs;
  private final BeatReader beats;
  private final Map<String, DurableProgress> progress = new HashMap<>();

  /** Asks those jobs. */
  public CaughtUp(FlinkRest flink, JobKeeper jobs, BeatReader beats) {
    this.flink = flink;
    this.jobs = jobs;
    this.beats = beats;
  }

  /** Looks at all jobs once; called about twice a second. */
  public void look() throws InterruptedException {
    for (JobStatus job : jobs.status()) {
      String id = job.id();
      if (id == null || !job.state().equals("RUNNING")) {
        continue;
      }
      try {
        // The watermark is read first: a checkpoint read later can only have begun later.
        Optional<Long> watermark = flink.lowWatermark(id);
        long seenAt = System.currentTimeMillis();
        FlinkRest.Checkpoints checkpoints = flink.checkpoints(id);
        synchronized (this) {
          progress
              .computeIfAbsent(job.name(), name -> new DurableProgress())
              .seen(
                  id,
                  watermark.map(OptionalLong::of).orElseGet(OptionalLong::empty),
                  checkpoints.lastTriggerMillis(),
                  seenAt);
        }
      } catch (IOException notNow) {
        // The job keeper reports an unreachable JobManager; here it only means: no news.
      }
    }
  }

  /**
   * Waits until everything that is committed now is in the results.
   *
   * @param domain the stack's time domain
   * @param patience how long to wait
   * @return false where that was not seen within the patience
   */
  public boolean await(StackProfile.Domain domain, Duration patience) throws InterruptedException {
    Instant deadline = Instant.now().plus(patience);
    Optional<Instant> mark =
        domain == StackProfile.Domain.live ? Optional.of(Instant.now()) : beats.oldestBeat();
    if (mark.isEmpty()) {
      return false;
    }
    // A watermark stands one millisecond before its beat.
    long needed = mark.get().toEpochMilli() - 1;
    while (lowest() < needed) {
      boolean allRun = jobs.status().stream().allMatch(job -> job.state().equals("RUNNING"));
      if (!allRun || Instant.now().isAfter(deadline)) {
        return false;
      }
      Thread.sleep(100);
    }
    return true;
  }

  private synchronized long lowest() {
    long lowest = Long.MAX_VALUE;
    for (String name : jobs.names()) {
      DurableProgress known = progress.get(name);
      lowest = Math.min(lowest, known == null ? Long.MIN_VALUE : known.durableThrough());
    }
    return lowest;
  }
}
