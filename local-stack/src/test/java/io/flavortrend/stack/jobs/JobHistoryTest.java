package io.flavortrend.stack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobHistoryTest {
  @TempDir private Path directory;

  private FlavorHome home;
  private JobHistory history;

  @BeforeEach
  void makeHome() {
    home = new FlavorHome(directory);
    home.create();
    history = new JobHistory(home, "city-kpis");
  }

  @Test
  void aNewJobHasNone() {
    assertThat(history.newest()).isEmpty();
  }

  @Test
  void theNewestCompleteCheckpointOfAnyRunCounts() throws IOException {
    history.submitted("aaa");
    history.submitted("bbb");
    checkpoint("aaa", 9, 1_000);
    Path newest = checkpoint("bbb", 3, 3_000);
    checkpoint("bbb", 2, 2_000);
    checkpoint("stranger", 1, 9_000);
    Files.createDirectories(home.data().resolve("flink/checkpoints/bbb/chk-4"));

    assertThat(history.newest()).contains(newest.toUri().toString());
    assertThat(new JobHistory(home, "city-kpis").newest()).contains(newest.toUri().toString());
  }

  @Test
  void aSavepointCountsByItsTime() throws IOException {
    history.submitted("aaa");
    checkpoint("aaa", 1, 1_000);
    history.savepoint("file:/savepoint-1", 2_000);
    assertThat(history.newest()).contains("file:/savepoint-1");

    Path later = checkpoint("aaa", 2, 3_000);
    assertThat(history.newest()).contains(later.toUri().toString());
  }

  private Path checkpoint(String jobId, int number, long millis) throws IOException {
    Path folder = home.data().resolve("flink/checkpoints/%s/chk-%d".formatted(jobId, number));
    Files.createDirectories(folder);
    Path metadata = Files.createFile(folder.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(millis));
    return folder;
  }
}
