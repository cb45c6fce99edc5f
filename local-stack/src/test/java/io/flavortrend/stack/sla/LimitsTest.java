package io.flavortrend.stack.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.stack.home.JsonFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Path SAMPLE =
      Path.of("../contracts/src/main/resources/samples/sla_limits/one_city.json");

  @Test
  void areWrittenAsTheContractHasThem() {
    var sample = JsonFile.MAPPER.readTree(SAMPLE.toFile());
    Limits limits = Limits.fromJson(sample);
    assertThat(limits).isEqualTo(new Limits(3, 4.5, null, null, 75.0));
    assertThat(JsonFile.MAPPER.<tools.jackson.databind.JsonNode>valueToTree(limits.toJson()))
        .isEqualTo(sample);
  }

  @Test
  void whatIsNotNamedStays() {
    assertThat(
            new Limits(3, 4.5, null, 10.0, 75.0).overlaidBy(new Limits(3, null, 20.0, 8.0, null)))
        .isEqualTo(new Limits(3, 4.5, 20.0, 8.0, 75.0));
  }

  @Test
  void theDefaultHasAKeyOfItsOwn() {
    assertThat(Limits.key(null)).isEqualTo("default");
    assertThat(Limits.key(3)).isEqualTo("3");
  }
}
