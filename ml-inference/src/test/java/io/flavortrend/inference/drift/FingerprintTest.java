package io.flavortrend.inference.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.codec.Json;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  @Test
  void readsNumbersAndCategories() {
    Fingerprint read =
        read(
            """
            {"hour":{"edges":[8.5,12],"shares":[0.25,0.5,0.15],"missing":0.1},
             "stage":{"edges":[0,1],"shares":[0.5,0.5],"missing":0}}
            """);

    assertThat(read.features().keySet()).containsExactly("hour", "stage");
    assertThat(read.features().get("hour"))
        .isEqualTo(
            new FeatureFingerprint(List.of(8.5, 12.0), List.of(0.25, 0.5, 0.15, 0.1), false));
    assertThat(read.features().get("stage"))
        .isEqualTo(new FeatureFingerprint(List.of(0.0, 1.0), List.of(0.5, 0.5, 0.0), true));
  }

  @Test
  void isEmptyWherePackagesHaveNone() {
    assertThat(Fingerprint.of(Json.mapper().readTree("{}"), Set.of()).features()).isEmpty();
  }

  @Test
  void refusesSharesThatDoNotFitTheEdges() {
    assertThatThrownBy(() -> read("{\"hour\":{\"edges\":[8],\"shares\":[1],\"missing\":0}}"))
        .hasMessage("The fingerprint of hour has 1 shares; its 1 edges need 2");
  }

  @Test
  void refusesSharesThatAreNotAll() {
    assertThatThrownBy(() -> read("{\"hour\":{\"edges\":[8],\"shares\":[0.5,0.3],\"missing\":0}}"))
        .hasMessageContaining("The shares of hour and its missing sum up to 0.8");
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThatThrownBy(() -> read("{\"hour\":{\"edges\":[\"8\"],\"shares\":[0.5,0.5]}}"))
        .hasMessage("The fingerprint of hour has \"8\" where a number is needed");
  }

  private static Fingerprint read(String fingerprint) {
    return Fingerprint.of(
        Json.mapper().readTree("{\"fingerprint\":" + fingerprint + "}"), Set.of("stage"));
  }
}
