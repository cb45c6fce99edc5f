package io.flavortrend.generator.replay;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** A file, a mapping and a folder for what a replay writes beside the database. */
final class ReplayFixture {
  final Path folder;
  final Path file;
  final Path mapping;

  ReplayFixture(Path folder, Path file, Path mapping) {
    this.folder = folder;
    this.file = file;
    this.mapping = mapping;
  }

  static ReplayFixture of(Path folder, String csv, String mapping) throws Exception {
    return new ReplayFixture(
        folder,
        Files.writeString(folder.resolve("rows.csv"), csv),
        Files.writeString(folder.resolve("mapping.yaml"), mapping));
  }

  Path rejects() {
    return folder.resolve("rejects.csv");
  }

  Path progress() {
    return folder.resolve("progress.json");
  }

  Recording read() throws Exception {
    try (RejectsFile rejects = new RejectsFile(rejects())) {
      return Recording.read(file, MappingReader.read(mapping), rejects);
    }
  }

  void replay(TestDatabase database, Speed speed) throws Exception {
    Replayer.Options options =
        new Replayer.Options(
            "test", speed, TimeDomain.LOG, false, Clock.systemUTC(), Duration.ofSeconds(30));
    new Replayer(
            database.application(),
            MappingReader.read(mapping),
            read(),
            options,
            new ProgressFile(progress()))
        .run();
  }
}
