package io.flavortrend.stack.control;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What {@code flavor status --json} prints. */
public record StatusReport(
    List<ComponentReport> components,
    List<JobReport> jobs,
    List<ConnectorReport> connectors,
    @Nullable ReplayReport replay,
    String timeDomain,
    boolean caughtUp,
    boolean ready,
    List<String> problems) {

  /**
   * One component.
   *
   * @param pid process id; null where it does not run, and for steps that are done
   * @param uptimeSeconds seconds since the process started; null where it does not run
   */
  public record ComponentReport(
      String name,
      String state,
      @Nullable Long pid,
      @Nullable Integer port,
      @Nullable String url,
      @Nullable Long uptimeSeconds,
      int restarts,
      @Nullable String problem) {}

  /** One Flink job. */
  public record JobReport(
      String name,
      @Nullable String id,
      String state,
      long checkpointsCompleted,
      long checkpointsFailed) {}

  /** One connector. */
  public record ConnectorReport(String name, String state, @Nullable String problem) {}

  /** How far a replay is. */
  public record ReplayReport(long read, long stored, long rejected, long repaired, boolean done) {}
}
