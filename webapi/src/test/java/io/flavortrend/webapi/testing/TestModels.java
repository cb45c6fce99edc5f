package io.flavortrend.webapi.testing;

import io.flavortrend.inference.testing.TestPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model versions in the database, as registering and promoting them would leave them. */
public final class TestModels {
  private TestModels() {}

  /** No versions and no releases. */
  public static void none() {
    TestDatabase.shared().execute("truncate ops.model_releases, ops.model_versions");
  }

  /** Makes the package the only champion of all times. */
  public static void champion(String version, TestPackage made, Path folder, String metrics) {
    none();
    registered(version, made, folder, metrics);
    TestDatabase.shared()
        .execute(
            """
            insert into ops.model_releases (role, model_version, announced_at, announced_by, reason)
            values ('champion', '%s', now(), 'flavor', 'first')"""
                .formatted(version));
  }

  /** Registers the package. */
  public static void registered(String version, TestPackage made, Path folder, String metrics) {
    Path file = made.write(folder);
    try {
      TestDatabase.shared()
          .execute(
              """
              insert into ops.model_versions (model_version, package_uri, sha256, size_bytes,
                origin, trained_at, metrics, registered_at, registered_by)
              values ('%s', '%s', '%s', %d, 'trained', now(), '%s', now(), 'flavor')"""
                  .formatted(
                      version,
                      file.toUri(),
                      TestPackage.sha256(Files.readAllBytes(file)),
                      Files.size(file),
                      metrics));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
