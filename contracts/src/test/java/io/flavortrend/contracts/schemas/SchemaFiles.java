package io.flavortrend.contracts.schemas;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.flavortrend.contracts.topics.TopicSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The module's schemas, the released ones and the samples, as files. */
final class SchemaFiles {
  static final Path CURRENT = Path.of("src/main/resources/schemas");
  static final Path RELEASED = Path.of("src/test/resources/released-schemas");
  static final Path SAMPLES = Path.of("src/main/resources/samples");

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private SchemaFiles() {}

  /** Path below the folder to schema. */
  static Map<String, JsonNode> in(Path folder) {
    Map<String, JsonNode> schemas = new TreeMap<>();
    files(folder).forEach(file -> schemas.put(folder.relativize(file).toString(), read(file)));
    return schemas;
  }

  static JsonNode read(Path file) {
    return MAPPER.readTree(file.toFile());
  }

  static JsonNode json(String text) {
    return MAPPER.readTree(text);
  }

  /** Of a topic's own value, or of the row inside a captured topic's envelope. */
  static Path of(TopicSpec topic) {
    String table = topic.name().replaceFirst("^flavor\\.public\\.", "");
    return table.equals(topic.name()) ? CURRENT.resolve(topic.name() + ".schema.json") : cdc(table);
  }

  static Path cdc(String name) {
    return CURRENT.resolve("cdc").resolve(name + ".schema.json");
  }

  static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is wrong with the value, one line each; formats are checked too. */
  static List<String> problems(Path schemaFile, JsonNode value) {
    Schema schema = REGISTRY.getSchema(read(schemaFile));
    return schema
        .validate(
            value,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
        .toList();
  }
}
