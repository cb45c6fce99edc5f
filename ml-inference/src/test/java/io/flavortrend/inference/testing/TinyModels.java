package io.flavortrend.inference.testing;

import io.flavortrend.inference.lightgbm.NativeLibrary;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** LightGBM text models: constant ones written by hand, and small ones trained on the spot. */
public final class TinyModels {
  private static final double UNKNOWN_SHARE = 0.1;
  private static final double SPREAD = 40;

  private TinyModels() {}

  /** A model that always answers the same. */
  public static String constant(List<String> features, double answer) {
    return """
        tree
        version=v4
        num_class=1
        num_tree_per_iteration=1
        label_index=0
        max_feature_idx=%d
        objective=regression
        feature_names=%s
        feature_infos=%s
        tree_sizes=1

        Tree=0
        num_leaves=1
        num_cat=0
        split_feature=
        split_gain=
        threshold=
        decision_type=
        left_child=
        right_child=
        leaf_value=%s
        leaf_weight=
        leaf_count=
        internal_value=
        internal_weight=
        internal_count=
        is_linear=0
        shrinkage=1


        end of trees

        feature_importances:

        parameters:
        end of parameters

        pandas_categorical:null
        """
        .formatted(
            features.size() - 1,
            String.join(" ", features),
            "none ".repeat(features.size()).strip(),
            answer);
  }

  /**
   * A trained model, always the same of the same arguments. It has learnt a sum of a few of its
   * features, and has seen NaN in each of them.
   *
   * @param categories indexes of the features that are categories
   */
  public static String trained(
      List<String> features, List<Integer> categories, Size size, String objective, long seed) {
    double[][] rows = rows(features.size(), categories, size.rows(), seed);
    try {
      return train(features, rows, parameters(categories, size, objective), size.trees());
    } catch (LGBMException e) {
      throw new IllegalStateException("The tiny model cannot be trained", e);
    }
  }

  /**
   * How large a model is.
   *
   * @param rows it is trained on
   */
  public record Size(int rows, int trees, int leaves) {
    /** Trained in a few milliseconds. */
    public static final Size TINY = new Size(500, 10, 7);
  }

  /** Rows as the models were trained on: a tenth of the numbers is NaN, categories are 0 to 4. */
  public static double[][] rows(int features, List<Integer> categories, int count, long seed) {
    Random random = new Random(seed);
    double[][] rows = new double[count][features];
    for (double[] row : rows) {
      for (int i = 0; i < features; i++) {
        double value = categories.contains(i) ? random.nextInt(5) : random.nextDouble() * SPREAD;
        row[i] = random.nextDouble() < UNKNOWN_SHARE ? Double.NaN : value;
      }
    }
    return rows;
  }

  private static String train(List<String> features, double[][] rows, String parameters, int trees)
      throws LGBMException {
    NativeLibrary.load();
    double[] matrix =
        IntStream.range(0, rows.length * features.size())
            .mapToDouble(i -> rows[i / features.size()][i % features.size()])
            .toArray();
    float[] labels = new float[rows.length];
    Random noise = new Random(rows.length);
    for (int i = 0; i < rows.length; i++) {
      labels[i] = (float) (label(rows[i]) + noise.nextGaussian());
    }
    try (LGBMDataset data =
        LGBMDataset.createFromMat(matrix, rows.length, features.size(), true, parameters, null)) {
      data.setFeatureNames(features.toArray(String[]::new));
      data.setField("label", labels);
      try (LGBMBooster booster = LGBMBooster.create(data, parameters)) {
        for (int i = 0; i < trees; i++) {
          booster.updateOneIter();
        }
        return booster.saveModelToString(0, 0, FeatureImportanceType.GAIN);
      }
    }
  }

  /** Small codes count as much as large numbers, the first few features more than the others. */
  private static double label(double[] row) {
    double sum = 0;
    for (int i = 0; i < row.length; i++) {
      double value = Double.isNaN(row[i]) ? SPREAD / 3 : row[i];
      sum += Math.sin(value + i) * 3 + Math.sin(value / 10 + i) * 10 / (1 + i / 4);
    }
    return sum;
  }

  private static String parameters(List<Integer> categories, Size size, String objective) {
    String categorical =
        categories.isEmpty()
            ? ""
            : " categorical_feature="
                + String.join(",", categories.stream().map(String::valueOf).toList());
    return ("objective=%s num_leaves=%d learning_rate=0.1 min_data_in_leaf=5 num_threads=1"
            + " deterministic=true seed=1 verbosity=-1%s")
        .formatted(objective, size.leaves(), categorical);
  }
}
