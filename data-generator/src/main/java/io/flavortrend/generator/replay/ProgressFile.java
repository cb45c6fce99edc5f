package io.flavortrend.generator.replay;

import io.flavortrend.contracts.codec.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Shows how far the replay is to whoever watches: a JSON file, replaced as a whole. */
public final class ProgressFile {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final @Nullable Path path;
  private long writtenAt;

  /**
   * @param path null where nobody watches
   */
  public ProgressFile(@Nullable Path path) {
    this.path = path;
  }

  /**
   * What is shown.
   *
   * @param read rows of the file
   * @param stored rows whose order is in the database
   * @param written events written, of {@code events}
   * @param simulatedAt the event time reached; null before the first
   */
  public record View(
      int read,
      int stored,
      int rejected,
      int repaired,
      int filtered,
      int written,
      int events,
      @Nullable Instant simulatedAt,
      boolean done) {}

  /** Writes at most twice a second, and always what is done. */
  public void show(View view) throws IOException {
    long now = System.nanoTime();
    if (path == null || (!view.done() && writtenAt != 0 && now - writtenAt < INTERVAL_NANOS)) {
      return;
    }
    writtenAt = now;
    Path whole = path.toAbsolutePath();
    Path parent = whole.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path fresh = whole.resolveSibling(whole.getFileName() + ".new");
    Files.write(fresh, Json.mapper().writeValueAsBytes(view));
    Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
