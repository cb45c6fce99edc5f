package io.flavortrend.webapi.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.webapi.explanation.Explanation.Contribution;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  @Test
  void theLargestComeFirstAndAllSumUp() {
    double[] vector = new double[EtaVector.size()];
    Arrays.fill(vector, Double.NaN);
    vector[EtaVector.index("weather_condition")] = 2;
    vector[EtaVector.index("distance_km")] = 4.5;
    double[] contributions = new double[EtaVector.size() + 1];
    for (int i = 0; i < vector.length; i++) {
      contributions[i] = 0.1;
    }
    contributions[EtaVector.index("weather_condition")] = -3;
    contributions[EtaVector.index("distance_km")] = 5;
    contributions[vector.length] = 20;

    Explanation explanation = Explanation.of("m-1", vector, contributions);

    assertThat(explanation.contributions()).hasSize(8);
    Contribution first = explanation.contributions().get(0);
    assertThat(first.name()).isEqualTo("distance_km");
    assertThat(first.value()).isEqualTo(4.5);
    assertThat(first.unit()).isEqualTo("km");
    assertThat(first.category()).isNull();
    Contribution second = explanation.contributions().get(1);
    assertThat(second.category()).isEqualTo("rain");
    assertThat(second.minutes()).isEqualTo(-3);
    assertThat(explanation.contributions().get(2).value()).isNull();
    double sum =
        explanation.baseMinutes()
            + explanation.contributions().stream().mapToDouble(Contribution::minutes).sum()
            + explanation.otherMinutes();
    assertThat(sum).isCloseTo(Arrays.stream(contributions).sum(), within(1e-9));
  }

  @Test
  void leavesOutWhatMovesNothing() {
    double[] vector = new double[EtaVector.size()];
    double[] contributions = new double[EtaVector.size() + 1];

    assertThat(Explanation.of("baseline", vector, contributions).contributions()).isEmpty();
  }
}
