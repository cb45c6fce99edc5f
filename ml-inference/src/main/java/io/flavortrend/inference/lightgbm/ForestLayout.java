package io.flavortrend.inference.lightgbm;

import io.flavortrend.inference.lightgbm.Ranks.CategorySet;
import io.flavortrend.inference.lightgbm.Ranks.Unknown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;

/**
 * Lays out the trees of a checked text as a {@link Forest}. The meaning of the numbers is that of
 * LightGBM's {@code tree.h} (decision_type: bit 0 categories, bit 1 unknown to the left, bits 2 and
 * 3 what is missing: nothing, zero, NaN).
 */
final class ForestLayout {
  private static final int CATEGORY_BIT = 1;
  private static final int LEFT_BIT = 2;
  private static final int MISSING_SHIFT = 2;
  private static final int MISSING_ZERO = 1;
  private static final int MISSING_NAN = 2;

  private final int features;
  private final List<TreeText> trees;

  private ForestLayout(int features, List<TreeText> trees) {
    this.features = features;
    this.trees = trees;
  }

  /**
   * True of trees that a {@link Forest} can walk: not of those with formulas in their leaves, and
   * not of those to which zero is missing.
   */
  static boolean fits(List<TreeText> trees) throws LightGbmTextException {
    for (TreeText tree : trees) {
      if (tree.isLinear()) {
        return false;
      }
      for (int type : tree.integers("decision_type")) {
        if ((type & CATEGORY_BIT) == 0 && type >> MISSING_SHIFT == MISSING_ZERO) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Lays them out.
   *
   * @param features how many features the model has
   * @throws LightGbmTextException when a number cannot be read
   */
  static Forest of(int features, List<TreeText> trees) throws LightGbmTextException {
    return new ForestLayout(features, trees).forest();
  }

  private Forest forest() throws LightGbmTextException {
    Ranks ranks = ranks();
    int[] roots = new int[trees.size()];
    int[] nodes = new int[Forest.place(trees.stream().mapToInt(TreeText::splits).sum())];
    double[] leaves = new double[trees.stream().mapToInt(tree -> tree.splits() + 1).sum()];
    int firstNode = 0;
    int firstLeaf = 0;
    for (int i = 0; i < roots.length; i++) {
      TreeText tree = trees.get(i);
      double[] values = tree.decimals("leaf_value");
      System.arraycopy(values, 0, leaves, firstLeaf, values.length);
      roots[i] = tree.splits() == 0 ? ~firstLeaf : Forest.place(firstNode);
      List<Split> splits = splits(tree);
      int[] left = tree.integers("left_child");
      int[] right = tree.integers("right_child");
      for (int node = 0; node < splits.size(); node++) {
        int at = Forest.place(firstNode + node);
        Split split = splits.get(node);
        nodes[at] = split.column(ranks);
        nodes[at + 1] = split.rank(ranks);
        nodes[at + 2] = child(left[node], firstNode, firstLeaf);
        nodes[at + 3] = child(right[node], firstNode, firstLeaf);
      }
      firstNode += tree.splits();
      firstLeaf += values.length;
    }
    return new Forest(ranks, roots, nodes, leaves);
  }

  private static int child(int child, int firstNode, int firstLeaf) {
    return child >= 0 ? Forest.place(firstNode + child) : ~(firstLeaf + ~child);
  }

  private Ranks ranks() throws LightGbmTextException {
    List<DoubleStream.Builder> thresholds = new ArrayList<>();
    for (int i = 0; i < features; i++) {
      thresholds.add(DoubleStream.builder());
    }
    Set<CategorySet> sets = new LinkedHashSet<>();
    for (TreeText tree : trees) {
      for (Split split : splits(tree)) {
        if (split instanceof CategorySplit categories) {
          sets.add(categories.set());
        } else if (split instanceof NumberSplit number) {
          thresholds.get(number.feature()).add(number.threshold());
        }
      }
    }
    double[][] ladders = new double[features][];
    for (int i = 0; i < features; i++) {
      ladders[i] = thresholds.get(i).build().sorted().distinct().toArray();
    }
    return new Ranks(ladders, List.copyOf(sets));
  }

  private static List<Split> splits(TreeText tree) throws LightGbmTextException {
    int[] asked = tree.integers("split_feature");
    int[] types = tree.integers("decision_type");
    double[] thresholds = tree.decimals("threshold");
    List<Split> splits = new ArrayList<>();
    for (int node = 0; node < tree.splits(); node++) {
      splits.add(
          (types[node] & CATEGORY_BIT) != 0
              ? new CategorySplit(set(tree, asked[node], (int) thresholds[node]))
              : new NumberSplit(asked[node], thresholds[node], unknown(types[node])));
    }
    return splits;
  }

  private static CategorySet set(TreeText tree, int feature, int number)
      throws LightGbmTextException {
    int[] boundaries = tree.integers("cat_boundaries");
    int[] bits = tree.bits("cat_threshold");
    return new CategorySet(
        feature, Arrays.stream(bits, boundaries[number], boundaries[number + 1]).boxed().toList());
  }

  private static Unknown unknown(int type) {
    if (type >> MISSING_SHIFT != MISSING_NAN) {
      return Unknown.ZERO;
    }
    return (type & LEFT_BIT) != 0 ? Unknown.LEFT : Unknown.RIGHT;
  }

  /** Where a row is compared. */
  private interface Split {
    int column(Ranks ranks);

    int rank(Ranks ranks);
  }

  private record NumberSplit(int feature, double threshold, Unknown unknown) implements Split {
    @Override
    public int column(Ranks ranks) {
      return Ranks.column(feature, unknown);
    }

    @Override
    public int rank(Ranks ranks) {
      return ranks.rank(feature, threshold);
    }
  }

  private record CategorySplit(CategorySet set) implements Split {
    @Override
    public int column(Ranks ranks) {
      return ranks.column(set);
    }

    @Override
    public int rank(Ranks ranks) {
      return 0;
    }
  }
}
