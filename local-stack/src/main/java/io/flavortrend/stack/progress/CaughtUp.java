package io.flavortrend.stack.progress;

import io.flavortrend.stack.home.StackProfile;
import io.flavortrend.stack.jobs.FlinkRest;
import io.flavortrend.stack.jobs.JobKeeper;
import io.flavortrend.stack.jobs.JobKeeper.JobStatus;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

  /** Asks those jobs. */
  public CaughtUp(FlinkRest flink, JobKeeper jobs, BeatReader beats) {
    this.flink = flink;
    this.jobs = jobs;
    this.beats = beats;
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
    Map<String, WrittenThrough> written = new HashMap<>();
    jobs.names().forEach(name -> written.put(name, new WrittenThrough(needed)));
    while (true) {
      List<JobStatus> status = jobs.status();
      look(status, written);
      if (written.values().stream().allMatch(WrittenThrough::written)) {
        return true;
      }
      boolean allRun = status.stream().allMatch(job -> job.state().equals("RUNNING"));
      if (!allRun || Instant.now().isAfter(deadline)) {
        return false;
      }
      Thread.sleep(200);
    }
  }

  /** Looks once at each job that is not done, and asks for the checkpoint that proves it. */
  private void look(List<JobStatus> status, Map<String, WrittenThrough> written)
      throws InterruptedException {
    for (JobStatus job : status) {
      String id = job.id();
      WrittenThrough through = written.get(job.name());
      if (id == null || through == null || through.written()) {
        continue;
      }
      try {
        // The watermark is read first: a checkpoint read later can only have begun later.
        OptionalLong watermark =
            flink.lowWatermark(id).map(OptionalLong::of).orElseGet(OptionalLong::empty);
        long seenAt = System.currentTimeMillis();
        through.seen(id, watermark, flink.checkpoints(id).lastTriggerMillis(), seenAt);
        if (through.wantsCheckpoint(seenAt)) {
          flink.checkpoint(id);
        }
      } catch (IOException notNow) {
        // The job keeper reports an unreachable JobManager; here it only means: no news.
      }
    }
  }
}
