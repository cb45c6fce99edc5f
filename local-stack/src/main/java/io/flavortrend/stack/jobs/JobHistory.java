package io.flavortrend.stack.jobs;

import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Under which ids a job has run, and so where its checkpoints are. An id is recorded before the job
 * is submitted: a crash in between costs a record too many, never a checkpoint. Thread-safe.
 */
final class JobHistory {
  private static final int REMEMBERED = 50;

  /** The file's content. */
  record Runs(List<String> jobIds, @Nullable String savepoint, long savepointMillis) {}

  private final JsonFile<Runs> file;
  private final Path checkpoints;

  JobHistory(FlavorHome home, String job) {
    file = new JsonFile<>(home.state().resolve("job-%s.json".formatted(job)), Runs.class);
    checkpoints = home.data().resolve("flink/checkpoints");
  }

  synchronized void submitted(String jobId) {
    Runs runs = runs();
    List<String> ids = new ArrayList<>(runs.jobIds());
    ids.add(jobId);
    List<String> recent = ids.subList(Math.max(0, ids.size() - REMEMBERED), ids.size());
    file.write(new Runs(List.copyOf(recent), runs.savepoint(), runs.savepointMillis()));
  }

  synchronized void savepoint(String path, long takenAtMillis) {
    file.write(new Runs(runs().jobIds(), path, takenAtMillis));
  }

  /** The newest complete checkpoint or savepoint of any run; empty for a job that has none. */
  synchronized Optional<String> newest() {
    record Snapshot(String path, long millis) {}
    Runs runs = runs();
    List<Snapshot> snapshots = new ArrayList<>();
    for (String jobId : runs.jobIds()) {
      for (Path checkpoint : completed(checkpoints.resolve(jobId))) {
        snapshots.add(
            new Snapshot(
                checkpoint.toUri().toString(), modifiedMillis(checkpoint.resolve("_metadata"))));
      }
    }
    if (runs.savepoint() != null) {
      snapshots.add(new Snapshot(runs.savepoint(), runs.savepointMillis()));
    }
    return snapshots.stream().max(Comparator.comparingLong(Snapshot::millis)).map(Snapshot::path);
  }

  private Runs runs() {
    return file.read().orElse(new Runs(List.of(), null, 0));
  }

  private static List<Path> completed(Path jobFolder) {
    if (!Files.isDirectory(jobFolder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(jobFolder)) {
      return folders
          .filter(folder -> folder.getFileName().toString().startsWith("chk-"))
          .filter(folder -> Files.exists(folder.resolve("_metadata")))
          .toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static long modifiedMillis(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException subsumedMeanwhile) {
      return 0;
    }
  }
}
