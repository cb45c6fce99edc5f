package io.flavortrend.jobs.frame.progress;

import io.flavortrend.contracts.values.ProgressMarker;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How far one partition of a topic with markers is complete: the minimum over all subtasks of the
 * newest generation. An older generation's markers prove nothing, since that job runs no more; nor
 * do those of another parallelism, once a newer one has been seen.
 */
final class PartitionMarkers {
  private final Map<Integer, Long> throughBySubtask = new HashMap<>();
  private int generation;
  private int parallelism;

  /**
   * Takes note of a marker.
   *
   * @param subtask who wrote it
   * @return what is now proven for the partition, milliseconds; empty while a subtask's marker is
   *     missing
   */
  OptionalLong accept(int subtask, ProgressMarker marker) {
    if (marker.generation() < generation) {
      return OptionalLong.empty();
    }
    if (marker.generation() > generation || marker.parallelism() != parallelism) {
      generation = marker.generation();
      parallelism = marker.parallelism();
      throughBySubtask.clear();
    }
    throughBySubtask.put(subtask, marker.through().toEpochMilli());
    return throughBySubtask.size() < parallelism
        ? OptionalLong.empty()
        : throughBySubtask.values().stream().mapToLong(Long::longValue).min();
  }
}
