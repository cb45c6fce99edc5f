package io.flavortrend.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The golden samples keep their schema and pass through the codecs. */
class SamplesTest {
  static Stream<TopicSpec> topics() {
    return TopicCatalogue.all().stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyTopicHasSchemaAndSamples(TopicSpec topic) {
    assertThat(SchemaFiles.of(topic)).exists();
    assertThat(samples(topic)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void samplesKeepTheirSchema(TopicSpec topic) {
    for (Path sample : samples(topic)) {
      JsonNode value = SchemaFiles.read(sample);
      if (!TopicCatalogue.capturedTables().contains(topic)) {
        assertThat(SchemaFiles.problems(SchemaFiles.of(topic), value)).as("%s", sample).isEmpty();
        continue;
      }
      assertThat(SchemaFiles.problems(SchemaFiles.cdc("envelope"), value))
          .as("%s", sample)
          .isEmpty();
      boolean beat = "cdc_heartbeat".equals(value.path("source").path("table").asString());
      Path row = beat ? SchemaFiles.cdc("cdc_heartbeat") : SchemaFiles.of(topic);
      for (String side : List.of("before", "after")) {
        if (!value.path(side).isNull()) {
          assertThat(SchemaFiles.problems(row, value.path(side))).as("%s", sample).isEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void samplesPassThroughTheirCodec(TopicSpec topic)
      throws IOException, ContractViolationException {
    for (Path sample : samples(topic)) {
      byte[] bytes = Files.readAllBytes(sample);
      if (TopicCatalogue.capturedTables().contains(topic)) {
        assertThat(new ChangeCodec<>(topic.valueType()).decode(bytes)).as("%s", sample).isPresent();
      } else if (topic != TopicCatalogue.TRANSACTION) {
        assertThat(reencoded(topic.valueType(), bytes))
            .as("%s", sample)
            .isEqualTo(SchemaFiles.read(sample));
      }
    }
  }

  @Test
  void aWrongSampleWouldBeNoticed() {
    Path schema = SchemaFiles.of(TopicCatalogue.CITY_KPIS);
    JsonNode sample = SchemaFiles.read(samples(TopicCatalogue.CITY_KPIS).get(0));
    String text = sample.toString();

    assertThat(SchemaFiles.problems(schema, SchemaFiles.json(text.replace("\"orders\"", "\"o\""))))
        .hasSize(1);
    assertThat(
            SchemaFiles.problems(
                schema, SchemaFiles.json(text.replaceFirst("2026-03-01T[^\"]*", "yesterday"))))
        .hasSize(1);
  }

  private static <T> JsonNode reencoded(Class<T> type, byte[] bytes)
      throws ContractViolationException {
    JsonCodec<T> codec = new JsonCodec<>(type);
    return SchemaFiles.json(
        new String(codec.encode(codec.decode(bytes)), java.nio.charset.StandardCharsets.UTF_8));
  }

  private static List<Path> samples(TopicSpec topic) {
    return SchemaFiles.files(SchemaFiles.SAMPLES.resolve(topic.name()));
  }
}
