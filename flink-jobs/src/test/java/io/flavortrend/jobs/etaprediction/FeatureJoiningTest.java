package io.flavortrend.jobs.etaprediction;

import static io.flavortrend.features.catalogue.FeatureEntity.CITY;
import static io.flavortrend.features.catalogue.FeatureEntity.COURIER;
import static io.flavortrend.features.catalogue.FeatureEntity.RESTAURANT;
import static io.flavortrend.jobs.etaprediction.TestQuestions.assigned;
import static io.flavortrend.jobs.etaprediction.TestQuestions.placed;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.Eta;
import io.flavortrend.jobs.frame.join.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureJoiningTest {
  @Test
  void aVersionFillsItsPartOfTheVectorAndTellsItsAge() {
    EtaQuestion asked = placed(1, 30);
    EtaQuestion answer =
        new FeatureJoining(RESTAURANT).answer(asked, version(RESTAURANT, 5), Standing.PROVEN, 77);
    EtaPrediction told = told(answer);
    assertThat(told.featureVersions().restaurant()).isEqualTo(5);
    assertThat(told.featureAgeMs().restaurant()).isEqualTo(30_000);
    assertThat(told.features().get("restaurant_open_orders")).isEqualTo(5.0);
    assertThat(told.trace().joinedAt().toEpochMilli()).isEqualTo(77);
    assertThat(told.degraded()).isFalse();
    // The question itself is as it was.
    assertThat(asked.vector()[EtaVector.index("restaurant_open_orders")]).isNaN();
  }

  @Test
  void lateAndMissingAreToldWhereTheStageNeedsThem() {
    assertThat(reasons(placed(1, 0), RESTAURANT, Standing.LATE))
        .containsExactly("restaurant_features_late");
    assertThat(reasons(placed(1, 0), CITY, Standing.PROVEN))
        .containsExactly("city_features_missing");
    assertThat(reasons(assigned(1, 0), COURIER, Standing.LATE))
        .containsExactly("courier_features_late");
    assertThat(reasons(placed(1, 0), COURIER, Standing.LATE)).isEmpty();
    assertThat(reasons(placed(1, 0), COURIER, Standing.PROVEN)).isEmpty();
  }

  @Test
  void aCorrectionIsNotLateAnyMore() {
    FeatureJoining joining = new FeatureJoining(CITY);
    EtaQuestion late = joining.answer(placed(1, 0), null, Standing.LATE, 0);
    EtaQuestion corrected = joining.answer(late, version(CITY, 1), Standing.CORRECTED, 0);
    assertThat(told(corrected).reasons()).isEmpty();
    assertThat(told(corrected).version()).isEqualTo(told(late).version() + 1);
  }

  @Test
  void anOrderWithoutCourierPassesAndOneThatShouldHaveOneSaysSo() {
    assertThat(new FeatureJoining(COURIER).asks(placed(1, 0))).isFalse();
    assertThat(new FeatureJoining(COURIER).asks(assigned(1, 0))).isTrue();
    assertThat(new FeatureJoining(CITY).asks(placed(1, 0))).isTrue();
    assertThat(placed(1, 0).courierKey()).isNegative();
  }

  /** However the corrections of three joins come, each has a number of its own, and they rise. */
  @Test
  void versionsRiseWithEachCorrection() {
    List<Long> versions = new ArrayList<>();
    for (Standing restaurant : List.of(Standing.LATE, Standing.CORRECTED)) {
      for (Standing courier : List.of(Standing.LATE, Standing.CORRECTED)) {
        for (Standing city : List.of(Standing.LATE, Standing.CORRECTED)) {
          EtaQuestion answer = assigned(1, 0);
          answer = new FeatureJoining(RESTAURANT).answer(answer, null, restaurant, 0);
          answer = new FeatureJoining(COURIER).answer(answer, null, courier, 0);
          answer = new FeatureJoining(CITY).answer(answer, null, city, 0);
          versions.add(told(answer).version());
        }
      }
    }
    assertThat(versions).isSorted().doesNotHaveDuplicates();
    assertThat(versions.get(0)).isEqualTo(16 * 16);
    assertThat(versions.get(7)).isEqualTo(16 * 16 + 7);
  }

  private static List<String> reasons(
      EtaQuestion question, FeatureEntity entity, Standing standing) {
    EtaPrediction told = told(new FeatureJoining(entity).answer(question, null, standing, 0));
    assertThat(told.degraded()).isEqualTo(!told.reasons().isEmpty());
    return told.reasons();
  }

  private static FeatureValues version(FeatureEntity entity, long version) {
    double[] values = new double[FeatureCatalogue.names(entity).size()];
    Arrays.fill(values, version);
    return new FeatureValues(2, TestQuestions.NOON.toEpochMilli(), version, values);
  }

  private static EtaPrediction told(EtaQuestion question) {
    return EtaPredictions.of(
        question, new Eta(20, 15, 30, 18, false, List.of()), EtaPrediction.BASELINE, 0);
  }
}
