package io.flavortrend.e2e.stack;

import io.flavortrend.e2e.stack.RestClient.Answer;
import io.flavortrend.inference.testing.TestPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a running stack models, as an administrator would. */
public final class ModelSwap {
  private final RestClient rest;
  private final Path models;

  public ModelSwap(Stack stack) {
    rest = stack.rest("admin");
    models = stack.home().resolve("models");
  }

  /** Registers a package under FLAVOR_MODELS_DIR. */
  public void register(TestPackage made) throws IOException {
    Path file = made.write(Files.createDirectories(models));
    Answer answer =
        rest.post(
            "/model/versions",
            json(
                Map.of(
                    "package_uri",
                    file.toUri().toString(),
                    "sha256",
                    TestPackage.sha256(Files.readAllBytes(file)),
                    "origin",
                    "trained")));
    if (answer.status() != 201) {
      throw new IOException("Registering failed: " + answer.text());
    }
  }

  /**
   * Makes a registered version the champion.
   *
   * @return from when on, in the orders' time
   */
  public Instant promote(String version) throws IOException {
    return released(rest.post("/model/" + version + "/promote", json(Map.of("role", "champion"))));
  }

  /** Goes back to the champion before. */
  public Instant rollBack() throws IOException {
    return released(rest.post("/model/rollback", "{}"));
  }

  /** The champion's version; null where the baseline answers. */
  public @Nullable String champion() {
    return rest.json("/model/versions").path("champion").asString(null);
  }

  private static Instant released(Answer answer) throws IOException {
    if (answer.status() != 200) {
      throw new IOException("The release failed: " + answer.text());
    }
    return Instant.parse(answer.json().at("/release/effective_from").asString());
  }

  private static String json(Map<String, String> values) {
    return Json.MAPPER.writeValueAsString(values);
  }
}
