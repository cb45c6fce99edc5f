package io.flavortrend.stack.home;

import io.flavortrend.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/** Makes the secrets that a stack lacks: random, one file each, readable by the owner alone. */
public final class SecretFiles {
  private static final List<String> NAMES =
      List.of(
          "postgres.password",
          "flavor_owner.password",
          "flavor_app.password",
          "flavor_cdc.password",
          "flavor_jobs.password",
          "flavor_api.password",
          "flavor_bi.password",
          "flavor_read.password",
          "token.key");

  private final Path folder;

  /**
   * @param folder where the secrets are kept
   */
  public SecretFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes what is missing and leaves the rest.
   *
   * @throws StackException when a file cannot be written
   */
  public void create() {
    SecureRandom random = new SecureRandom();
    for (String name : NAMES) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        continue;
      }
      byte[] bytes = new byte[36];
      random.nextBytes(bytes);
      try {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
      } catch (IOException e) {
        throw new StackException(
            "The secret %s cannot be written: %s".formatted(file, e.getMessage()), e);
      }
    }
  }
}
