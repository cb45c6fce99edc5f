package io.flavortrend.stack.jobs;

import io.flavortrend.stack.component.Installation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings jobs to Flink, each from its newest retained checkpoint, side by side: each submission
 * loads the job's classes and builds its graph.
 */
final class JobSubmission {
  private static final Logger LOG = LoggerFactory.getLogger(JobSubmission.class);
  private static final int AT_ONCE = 3;

  private final FlinkRest flink;
  private final Installation installation;

  JobSubmission(FlinkRest flink, Installation installation) {
    this.flink = flink;
    this.installation = installation;
  }

  /** Tries each of them once; what came of it is noted with the job. */
  void submit(List<KeptJob> due) throws InterruptedException {
    if (due.isEmpty()) {
      return;
    }
    String jarId;
    try {
      jarId = flink.upload(installation.jar("flink-jobs"));
    } catch (IOException e) {
      due.forEach(job -> job.failed(e));
      return;
    }
    ExecutorService submissions = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Callable<Void>> calls =
          due.stream()
              .<Callable<Void>>map(
                  job ->
                      () -> {
                        submit(job, jarId);
                        return null;
                      })
              .toList();
      for (Future<Void> submission : submissions.invokeAll(calls)) {
        submission.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A submission broke", e.getCause());
    } finally {
      submissions.shutdownNow();
    }
  }

  private void submit(KeptJob job, String jarId) throws InterruptedException {
    String jobId = UUID.randomUUID().toString().replace("-", "");
    Optional<String> restoreFrom = job.history.newest();
    try {
      job.history.submitted(jobId);
      LOG.info("Submitting {} from {}", job.spec.name(), restoreFrom.orElse("nothing"));
      flink.run(jarId, job.spec.entryClass(), jobId, List.of(), restoreFrom);
      job.submitted();
    } catch (IOException e) {
      job.failed(e);
    }
  }
}
