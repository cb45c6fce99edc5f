package io.flavortrend.debezium;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A connector as data: the file {@code connectors/<name>.json} of this module.
 *
 * @param name the connector's name
 * @param config its configuration, placeholders unresolved
 */
public record ConnectorDefinition(String name, Map<String, String> config) {
  private static final List<String> NAMES = List.of("flavor-postgres");
  private static final TypeReference<TreeMap<String, String>> CONFIG = new TypeReference<>() {};

  /** Defensive copy. */
  public ConnectorDefinition {
    config = Map.copyOf(config);
  }

  /** Every connector of the platform. */
  public static List<ConnectorDefinition> all() {
    return NAMES.stream().map(ConnectorDefinition::load).toList();
  }

  private static ConnectorDefinition load(String name) {
    String resource = "/connectors/%s.json".formatted(name);
    try (InputStream json = ConnectorDefinition.class.getResourceAsStream(resource)) {
      if (json == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return new ConnectorDefinition(name, new JsonMapper().readValue(json, CONFIG));
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + resource + " of the jar", e);
    }
  }
}
