package io.flavortrend.settings;

import java.nio.file.Path;

/** A secret's file is absent, unreadable or empty; the message names the file. */
public final class MissingSecretException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file where the secret was looked for
   * @param problem what is wrong with the file
   */
  public MissingSecretException(Path file, String problem) {
    super(
        "Secret file %s %s: './flavor up' makes it, or point FLAVOR_SECRETS_DIR at the folder that has it"
            .formatted(file, problem));
  }
}
