package io.flavortrend.inference.lightgbm;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * LightGBM's text format of a model with one answer for each row, checked to be whole: what is
 * loaded natively can then be walked without harm.
 *
 * <p>The line {@code tree_sizes=} is taken out. With it LightGBM 4.3 reads trees in parallel, and a
 * broken one ends the process instead of the call.
 *
 * @param featureNames in the order of a row's numbers
 * @param trees how many it has
 * @param text what LightGBM loads
 */
public record LightGbmText(List<String> featureNames, int trees, String text) {
  private static final String FIRST_LINE = "tree";
  private static final String TREE = "Tree";
  private static final String TREE_SIZES = "tree_sizes";
  private static final String LAST_LINE = "end of trees";
  private static final String PARAMETERS = "parameters:";
  private static final String END_OF_PARAMETERS = "end of parameters";

  /** A line of random forests, whose answer is the mean of their trees. */
  private static final String AVERAGED = "average_output";

  /** Those that LightGBM does not convert; with a word more, such as sqrt, it does. */
  private static final Set<String> PLAIN_OBJECTIVES =
      Set.of("", "regression", "regression_l1", "huber", "fair", "quantile", "mape");

  /**
   * Reads and checks a model.
   *
   * @throws LightGbmTextException when it is cut off or broken, or answers more than one number
   */
  public static LightGbmText of(String model) throws LightGbmTextException {
    List<String> lines = model.lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
      throw new LightGbmTextException("is no LightGBM text: its first line is not 'tree'");
    }
    int end = lines.indexOf(LAST_LINE);
    boolean parametersCut =
        lines.contains(PARAMETERS) && lines.lastIndexOf(END_OF_PARAMETERS) < end;
    if (end < 0 || parametersCut) {
      throw new LightGbmTextException("ends early, at line %d".formatted(lines.size()));
    }
    int first = firstTree(lines, end);
    Map<String, String> header = Fields.of(lines.subList(1, first));
    List<String> features = features(header);
    List<TreeText> trees = TreeText.all(lines.subList(first, end));
    for (TreeText tree : trees) {
      tree.check(features.size());
    }
    if (trees.isEmpty()) {
      throw new LightGbmTextException("has no trees");
    }
    checkCount(header.get(TREE_SIZES), trees.size());
    return new LightGbmText(features, trees.size(), withoutSizes(lines));
  }

  /** True where an answer is the sum of the trees' leaves, and nothing else. */
  boolean isPlainSum() throws LightGbmTextException {
    List<String> lines = text.lines().toList();
    List<String> header = lines.subList(1, firstTree(lines, lines.size()));
    String objective = Fields.of(header).getOrDefault("objective", "");
    return !header.contains(AVERAGED) && PLAIN_OBJECTIVES.contains(objective.strip());
  }

  /** Its trees, read once more. */
  List<TreeText> readTrees() throws LightGbmTextException {
    List<String> lines = text.lines().toList();
    int end = lines.indexOf(LAST_LINE);
    return TreeText.all(lines.subList(firstTree(lines, end), end));
  }

  private static int firstTree(List<String> lines, int end) {
    for (int i = 0; i < end; i++) {
      if (lines.get(i).startsWith(TREE + "=")) {
        return i;
      }
    }
    return end;
  }

  private static List<String> features(Map<String, String> header) throws LightGbmTextException {
    for (String key : List.of("num_class", "num_tree_per_iteration")) {
      String value = header.getOrDefault(key, "missing");
      if (!value.equals("1")) {
        throw new LightGbmTextException("has %s %s; only 1 is allowed".formatted(key, value));
      }
    }
    List<String> features = List.of(header.getOrDefault("feature_names", "").split(" "));
    String last = header.getOrDefault("max_feature_idx", "missing");
    if (!last.equals(Integer.toString(features.size() - 1))) {
      throw new LightGbmTextException(
          "names %d features, and its max_feature_idx is %s".formatted(features.size(), last));
    }
    return features;
  }

  private static void checkCount(@Nullable String sizes, int trees) throws LightGbmTextException {
    int announced = sizes == null ? trees : sizes.strip().split(" ").length;
    if (announced != trees) {
      throw new LightGbmTextException("announces %d trees and has %d".formatted(announced, trees));
    }
  }

  private static String withoutSizes(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (!line.startsWith(TREE_SIZES + "=")) {
        text.append(line).append('\n');
      }
    }
    return text.toString();
  }
}
