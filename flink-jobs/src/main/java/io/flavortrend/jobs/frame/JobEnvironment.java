package io.flavortrend.jobs.frame;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The execution environment of every job: what is decided once, with the reason beside it. */
public final class JobEnvironment {
  private JobEnvironment() {}

  /** The environment that Flink's client offers, configured for this job. */
  public static StreamExecutionEnvironment create(JobConfig job) {
    return StreamExecutionEnvironment.getExecutionEnvironment(configuration(job));
  }

  /** What a job sets, whatever the cluster's defaults are. */
  public static Configuration configuration(JobConfig job) {
    Configuration configuration = new Configuration();
    runtime(job, configuration);
    checkpoints(job, configuration);
    restarts(configuration);
    return configuration;
  }

  private static void runtime(JobConfig job, Configuration configuration) {
    configuration.set(PipelineOptions.NAME, job.name());
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, job.parallelism());
    configuration.set(ExecutionOptions.BUFFER_TIMEOUT, job.bufferTimeout());
    // Near the clock beats move event time at once, and this timer finds nothing to do; far behind
    // it, it is what moves event time in steps (capture.BeatWatermarks).
    configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(200));
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // Kryo in state cannot be upgraded, and an operator without uid loses its state: refuse both.
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
  }

  private static void checkpoints(JobConfig job, Configuration configuration) {
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(
        CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, job.checkpointInterval());
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, Duration.ofMinutes(2));
    configuration.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    // A checkpoint fails while the database restarts; the next one makes up for it, a restart of
    // the job would not.
    configuration.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
    if (job.checkpointsDir() != null) {
      configuration.set(
          CheckpointingOptions.CHECKPOINTS_DIRECTORY, job.checkpointsDir().toString());
    }
  }

  private static void restarts(Configuration configuration) {
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
        Duration.ofMillis(200));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
        Duration.ofSeconds(5));
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_RESET_BACKOFF_THRESHOLD,
        Duration.ofMinutes(1));
    // Default is endless already; written down because an operator relies on it.
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, Integer.MAX_VALUE);
  }
}
