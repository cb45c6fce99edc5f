package io.flavortrend.contracts.values;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProgressMarkerTest {
  private static final Path RESOURCES = Path.of("src/main/resources");
  private static final JsonMapper MAPPER = new JsonMapper();

  @Test
  void theSamplePassesThroughTheCodecAndHasTheSchemasFields() throws Exception {
    byte[] sample = Files.readAllBytes(RESOURCES.resolve("samples/progress_marker/marker.json"));
    JsonCodec<ProgressMarker> codec = new JsonCodec<>(ProgressMarker.class);
    ProgressMarker marker = codec.decode(sample);
    JsonNode again = MAPPER.readTree(codec.encode(marker));
    JsonNode schema =
        MAPPER.readTree(RESOURCES.resolve("schemas/progress_marker.schema.json").toFile());

    assertThat(again).isEqualTo(MAPPER.readTree(new String(sample, StandardCharsets.UTF_8)));
    assertThat(again.propertyNames())
        .containsExactlyElementsOf(schema.get("properties").propertyNames());
    assertThat(schema.at("/properties/schema_version/const").asInt())
        .isEqualTo(ProgressMarker.SCHEMA_VERSION);
  }

  @Test
  void aKeyIsReadAsItWasWritten() {
    ProgressKey key = new ProgressKey(3, 12);
    assertThat(key.text()).isEqualTo("__progress/3/12");
    assertThat(ProgressKey.parse(key.text())).contains(key);
    assertThat(ProgressKey.marks(key.text())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "", "__progress/", "__progress/1", "__progress/x/1", "1/2"})
  void otherTextIsNoKey(String text) {
    assertThat(ProgressKey.parse(text)).isEmpty();
  }
}
