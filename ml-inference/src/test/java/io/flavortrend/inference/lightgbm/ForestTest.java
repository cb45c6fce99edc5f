package io.flavortrend.inference.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees walked here answer what LightGBM answers, to the last bit. */
class ForestTest {
  private static final List<String> FEATURES =
      IntStream.range(0, 12).mapToObj(i -> "f" + i).toList();
  private static final List<Integer> CATEGORIES = List.of(2, 7);
  private static final int ROWS = 20_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regression",
        "regression_l1",
        "quantile alpha=0.9",
        "huber",
        "regression use_missing=false",
        "regression extra_trees=true",
        "regression max_cat_to_onehot=1 cat_smooth=1 min_data_per_group=5"
      })
  void answersAsLightGbmDoes(String objective) throws LightGbmTextException {
    String model =
        TinyModels.trained(FEATURES, CATEGORIES, new Size(3_000, 103, 31), objective, 11);

    try (LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(model))) {
      assertThat(booster.hasForest()).isTrue();
      assertAgreement(booster, TinyModels.rows(FEATURES.size(), CATEGORIES, ROWS, 12));
      assertAgreement(booster, extremes());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regression zero_as_missing=true",
        "regression reg_sqrt=true",
        "regression boosting=rf bagging_freq=1 bagging_fraction=0.5"
      })
  void leavesOtherModelsToLightGbm(String objective) throws LightGbmTextException {
    String model = TinyModels.trained(FEATURES, List.of(), new Size(1_000, 20, 15), objective, 11);

    try (LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(model))) {
      assertThat(booster.hasForest()).isFalse();
      assertAgreement(booster, TinyModels.rows(FEATURES.size(), List.of(), 100, 12));
    }
  }

  @Test
  void walksTreesOfOneLeaf() throws LightGbmTextException {
    String model = TinyModels.constant(FEATURES, -2.5);

    try (LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(model))) {
      assertThat(booster.hasForest()).isTrue();
      assertThat(booster.predict(new double[FEATURES.size()])).isEqualTo(-2.5);
    }
  }

  private static void assertAgreement(LightGbmBooster booster, double[][] rows) {
    for (double[] row : rows) {
      assertThat(booster.predict(row)).isEqualTo(booster.predictNatively(row));
    }
  }

  /** The same number, or unknown, for every feature. */
  private static double[][] extremes() {
    return IntStream.range(0, 12)
        .mapToObj(
            i -> {
              double[] row = new double[FEATURES.size()];
              Arrays.fill(
                  row,
                  new double[] {
                        0,
                        -0.0,
                        1e-36,
                        -1e-36,
                        1,
                        31.999,
                        -1,
                        1e9,
                        Double.MAX_VALUE,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.NaN
                      }
                      [i]);
              return row;
            })
        .toArray(double[][]::new);
  }
}
