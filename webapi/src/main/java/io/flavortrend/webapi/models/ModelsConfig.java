package io.flavortrend.webapi.models;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where packages may come from, and what they may cost.
 *
 * @param directory packages by {@code file:} lie below it
 * @param hosts lower-case names of the hosts that packages by {@code http(s):} may come from
 * @param maxBytes size of a package at most
 * @param loaded models held ready at most
 * @param bundled the model that ships with the platform; it need not exist
 */
public record ModelsConfig(
    Path directory, Set<String> hosts, int maxBytes, int loaded, URI bundled) {
  private static final int MIB = 1 << 20;

  /** Reads and checks them. */
  public static ModelsConfig from(Settings settings) {
    return new ModelsConfig(
        settings.path("FLAVOR_MODELS_DIR", Path.of(".flavor", "models")),
        Arrays.stream(settings.text("FLAVOR_MODELS_HOSTS", "").toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(host -> !host.isEmpty())
            .collect(Collectors.toUnmodifiableSet()),
        settings.integer("FLAVOR_MODELS_MAX_BYTES", 64 * MIB, 1_024, 1_024 * MIB),
        settings.integer("FLAVOR_MODELS_LOADED", 3, 1, 50),
        bundled(settings));
  }

  private static URI bundled(Settings settings) {
    String resource = settings.text("FLAVOR_MODELS_BUNDLED", "/models/eta.zip");
    if (!resource.matches("/models/[A-Za-z0-9._-]+")) {
      throw new InvalidSettingException(
          "FLAVOR_MODELS_BUNDLED", resource, "a resource such as /models/eta.zip");
    }
    return URI.create("classpath:" + resource);
  }
}
