package io.flavortrend.contracts.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.CityKpi;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DynamicSlaViolation;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ModelPerformance;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ReviewSentiment;
import io.flavortrend.contracts.values.SlaLimits;
import io.flavortrend.contracts.values.SlaViolation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A record and its schema have the same fields, and the same of them may be null. */
class RecordsTest {
  static Stream<TopicSpec> topics() {
    return TopicCatalogue.all().stream().filter(topic -> topic.valueType().isRecord());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void fieldsAgree(TopicSpec topic) {
    JsonNode schema = SchemaFiles.read(SchemaFiles.of(topic));
    RecordComponent[] components = topic.valueType().getRecordComponents();

    assertThat(schema.get("properties").propertyNames())
        .containsExactlyElementsOf(Arrays.stream(components).map(RecordsTest::field).toList());
    assertThat(required(schema))
        .isEqualTo(
            Arrays.stream(components)
                .filter(c -> !c.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordsTest::field)
                .collect(Collectors.toSet()));
  }

  @Test
  void schemaVersionsAgree() {
    assertThat(version(TopicCatalogue.CITY_KPIS)).isEqualTo(CityKpi.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.SLA_VIOLATIONS)).isEqualTo(SlaViolation.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.SLA_LIMITS)).isEqualTo(SlaLimits.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.REVIEW_SENTIMENT)).isEqualTo(ReviewSentiment.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.ORDERS_ENRICHED)).isEqualTo(EnrichedOrder.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.ETA_MODELS)).isEqualTo(ModelRelease.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.ETA_PREDICTIONS)).isEqualTo(EtaPrediction.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.ETA_PREDICTIONS_SHADOW))
        .isEqualTo(EtaPrediction.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.DYNAMIC_SLA_VIOLATIONS))
        .isEqualTo(DynamicSlaViolation.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.MODEL_PERFORMANCE))
        .isEqualTo(ModelPerformance.SCHEMA_VERSION);
    assertThat(version(TopicCatalogue.DEAD_LETTERS)).isEqualTo(DeadLetter.SCHEMA_VERSION);
    assertThat(TopicCatalogue.features())
        .allSatisfy(topic -> assertThat(version(topic)).isEqualTo(FeatureVersion.SCHEMA_VERSION));
  }

  private static int version(TopicSpec topic) {
    return SchemaFiles.read(SchemaFiles.of(topic)).at("/properties/schema_version/const").asInt();
  }

  private static Set<String> required(JsonNode schema) {
    return schema.get("required").valueStream().map(JsonNode::asString).collect(Collectors.toSet());
  }

  private static String field(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named != null
        ? named.value()
        : component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
