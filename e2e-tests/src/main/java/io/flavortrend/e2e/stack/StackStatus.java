package io.flavortrend.e2e.stack;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code flavor status --json} prints.
 *
 * @param replay how far a replay is; null where there is none
 * @param caughtUp every job has processed all that is committed
 * @param ready everything runs
 */
public record StackStatus(
    List<Component> components,
    List<Job> jobs,
    @Nullable Replay replay,
    boolean caughtUp,
    boolean ready,
    List<String> problems) {

  /**
   * One component.
   *
   * @param pid process id; null where it does not run
   */
  public record Component(
      String name,
      String state,
      @Nullable Long pid,
      @Nullable Integer port,
      @Nullable String url,
      int restarts,
      @Nullable String problem) {}

  /** One Flink job. */
  public record Job(String name, String state, long checkpointsCompleted, long checkpointsFailed) {}

  /** How far a replay is. */
  public record Replay(long read, long stored, long rejected, long repaired, boolean done) {}

  /** The component of that name, where there is one. */
  public Optional<Component> component(String name) {
    return components.stream().filter(component -> component.name().equals(name)).findFirst();
  }

  /** True once that component is ready again, as another process than the former one. */
  public boolean runsAnew(String name, long formerPid) {
    return component(name)
        .filter(c -> c.state().equals("ready") && c.pid() != null && c.pid() != formerPid)
        .isPresent();
  }
}
