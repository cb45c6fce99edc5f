package io.flavortrend.debezium;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Resolves <code>${secrets:flavor_cdc.password}</code> to the content of that file in the secrets
 * folder: parameter {@code dir}, or else {@code FLAVOR_SECRETS_DIR}. Connect's REST answers keep
 * the placeholder, and the connector's JSON names no path, so that it is the same everywhere.
 */
public final class SecretsProvider implements ConfigProvider {
  private Path folder = Path.of(".flavor", "secrets");

  @Override
  public void configure(Map<String, ?> configs) {
    Object configured = configs.get("dir");
    String fromEnvironment = System.getenv("FLAVOR_SECRETS_DIR");
    if (configured != null) {
      folder = Path.of(configured.toString());
    } else if (fromEnvironment != null && !fromEnvironment.isBlank()) {
      folder = Path.of(fromEnvironment.strip());
    }
  }

  @Override
  public ConfigData get(@Nullable String path) {
    throw new ConfigException("Secrets are asked for by name: ${secrets:<file name>}");
  }

  @Override
  public ConfigData get(@Nullable String path, Set<String> keys) {
    Map<String, String> values = new HashMap<>();
    for (String key : keys) {
      values.put(key, read(key));
    }
    return new ConfigData(values);
  }

  private String read(String name) {
    if (!name.matches("[A-Za-z0-9_][A-Za-z0-9_.-]*")) {
      throw new ConfigException("'%s' is no file name of a secret".formatted(name));
    }
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      throw new ConfigException(
          "Secret file %s cannot be read".formatted(folder.resolve(name).toAbsolutePath()), e);
    }
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
