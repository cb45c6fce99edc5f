package io.flavortrend.inference.lightgbm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One tree of a text model. LightGBM believes what it reads: an index out of range reads foreign
 * memory, and a circle never ends. So every index is checked here.
 */
final class TreeText {
  private static final int CATEGORY_BIT = 1;

  private final int number;
  private final Map<String, String> fields;

  /**
   * @param number among the trees, from 0
   */
  TreeText(int number, List<String> lines) throws LightGbmTextException {
    this.number = number;
    this.fields = Fields.of(lines);
  }

  /**
   * The trees of a model; they stand apart by blank lines, and what follows one is no longer read
   * by LightGBM.
   *
   * @param lines from the first tree's to the end of trees
   */
  static List<TreeText> all(List<String> lines) throws LightGbmTextException {
    List<TreeText> trees = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      int from = at;
      while (at < lines.size() && !lines.get(at).isBlank()) {
        at++;
      }
      if (at > from) {
        trees.add(new TreeText(trees.size(), lines.subList(from, at)));
      }
      at++;
    }
    return trees;
  }

  /**
   * Checks it.
   *
   * @param features how many features the model has
   * @throws LightGbmTextException when the tree cannot be walked
   */
  void check(int features) throws LightGbmTextException {
    require(single("Tree") == number, "is missing, or not in its place");
    int leaves = single("num_leaves");
    require(leaves >= 1, "has " + leaves + " leaves");
    count("leaf_value", leaves);
    if (isLinear()) {
      checkLinear(leaves, features);
    }
    if (leaves == 1) {
      return;
    }
    int splits = leaves - 1;
    count("threshold", splits);
    checkFeatures("split_feature", splits, features);
    checkChildren("left_child", splits);
    checkChildren("right_child", splits);
    checkCategories(splits);
  }

  /** True where leaves hold formulas. */
  boolean isLinear() {
    return "1".equals(fields.get("is_linear"));
  }

  /** How many nodes it has, of a tree that is checked. */
  int splits() {
    return split("threshold").length;
  }

  /** A line of whole numbers. */
  int[] integers(String key) throws LightGbmTextException {
    return array(key, split(key).length);
  }

  /** A line of numbers. */
  double[] decimals(String key) throws LightGbmTextException {
    String[] texts = split(key);
    double[] numbers = new double[texts.length];
    for (int i = 0; i < texts.length; i++) {
      numbers[i] = decimal(key, texts[i]);
    }
    return numbers;
  }

  /** A line of whole numbers whose 32 bits are what they tell. */
  int[] bits(String key) throws LightGbmTextException {
    String[] texts = split(key);
    int[] numbers = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      try {
        numbers[i] = Integer.parseUnsignedInt(texts[i]);
      } catch (NumberFormatException e) {
        throw unreadable(key, texts[i], e);
      }
    }
    return numbers;
  }

  private void checkLinear(int leaves, int features) throws LightGbmTextException {
    count("leaf_const", leaves);
    int terms = 0;
    for (int termsOfLeaf : array("num_features", leaves)) {
      require(termsOfLeaf >= 0, "has a leaf of " + termsOfLeaf + " features");
      terms += termsOfLeaf;
    }
    checkFeatures("leaf_features", terms, features);
    count("leaf_coeff", terms);
  }

  private void checkFeatures(String key, int length, int features) throws LightGbmTextException {
    for (int feature : array(key, length)) {
      require(
          feature >= 0 && feature < features,
          "has %s %d, the model has features 0 to %d".formatted(key, feature, features - 1));
    }
  }

  /** LightGBM numbers a node after its parent, and leaves from −1 downwards. */
  private void checkChildren(String key, int splits) throws LightGbmTextException {
    int[] children = array(key, splits);
    for (int node = 0; node < splits; node++) {
      int child = children[node];
      require(
          child >= 0 ? child > node && child < splits : ~child <= splits,
          "says " + key + " " + child + " of node " + node);
    }
  }

  private void checkCategories(int splits) throws LightGbmTextException {
    int categorical = single("num_cat");
    int[] types = array("decision_type", splits);
    String[] thresholds = split("threshold");
    for (int node = 0; node < splits; node++) {
      if ((types[node] & CATEGORY_BIT) != 0) {
        int set = integer("threshold", thresholds[node]);
        require(
            set >= 0 && set < categorical,
            "asks for category set %d of %d".formatted(set, categorical));
      }
    }
    if (categorical > 0) {
      checkCategorySets(categorical);
    }
  }

  private void checkCategorySets(int categorical) throws LightGbmTextException {
    int[] boundaries = array("cat_boundaries", categorical + 1);
    int before = 0;
    for (int boundary : boundaries) {
      require(boundary >= before, "has cat_boundaries that fall");
      before = boundary;
    }
    count("cat_threshold", boundaries[categorical]);
  }

  private int single(String key) throws LightGbmTextException {
    return array(key, 1)[0];
  }

  private int[] array(String key, int length) throws LightGbmTextException {
    count(key, length);
    String[] texts = split(key);
    int[] numbers = new int[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = integer(key, texts[i]);
    }
    return numbers;
  }

  private int integer(String key, String text) throws LightGbmTextException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw unreadable(key, text, e);
    }
  }

  private double decimal(String key, String text) throws LightGbmTextException {
    try {
      return switch (text) {
        case "inf" -> Double.POSITIVE_INFINITY;
        case "-inf" -> Double.NEGATIVE_INFINITY;
        default -> Double.parseDouble(text);
      };
    } catch (NumberFormatException e) {
      throw unreadable(key, text, e);
    }
  }

  private LightGbmTextException unreadable(String key, String text, NumberFormatException e) {
    return new LightGbmTextException("tree %d has %s %s".formatted(number, key, text), e);
  }

  private void count(String key, int length) throws LightGbmTextException {
    int found = split(key).length;
    require(found == length, "has %d of %s, not %d".formatted(found, key, length));
  }

  private String[] split(String key) {
    String value = fields.getOrDefault(key, "").strip();
    return value.isEmpty() ? new String[0] : value.split(" +", -1);
  }

  private void require(boolean sound, String otherwise) throws LightGbmTextException {
    if (!sound) {
      throw new LightGbmTextException("tree %d %s".formatted(number, otherwise));
    }
  }
}
