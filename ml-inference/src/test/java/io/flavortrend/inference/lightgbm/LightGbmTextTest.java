package io.flavortrend.inference.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LightGbmTextTest {
  private static final List<String> FEATURES = List.of("a", "b", "c", "kind");
  private static final String MODEL =
      TinyModels.trained(FEATURES, List.of(3), Size.TINY, "regression", 5);

  @Test
  void readsAModel() throws LightGbmTextException {
    LightGbmText text = LightGbmText.of(MODEL);

    assertThat(text.featureNames()).isEqualTo(FEATURES);
    assertThat(text.trees()).isEqualTo(10);
    assertThat(MODEL).contains("tree_sizes=").contains("num_cat=1");
    assertThat(text.text()).doesNotContain("tree_sizes=");
  }

  @Test
  void readsAModelOfLinearTrees() throws LightGbmTextException {
    String linear =
        TinyModels.trained(FEATURES, List.of(), Size.TINY, "regression linear_tree=true", 5);

    assertThat(linear).contains("is_linear=1");
    assertThat(LightGbmText.of(linear).trees()).isEqualTo(10);
    assertRefused(
        linear.replaceFirst("leaf_features=\\s*\\d", "leaf_features=9"),
        "has leaf_features 9, the model has features 0 to 3");
  }

  @Test
  void refusesAModelCutOffAfterAnyLine() {
    List<String> lines = MODEL.lines().toList();
    for (int i = 0; i < lines.indexOf("end of trees"); i++) {
      String cut = String.join("\n", lines.subList(0, i)) + "\n";
      assertThatThrownBy(() -> LightGbmText.of(cut)).isInstanceOf(LightGbmTextException.class);
    }
    String withoutLastLines = String.join("\n", lines.subList(0, lines.size() - 5));
    assertRefused(withoutLastLines, "ends early, at line " + (lines.size() - 5));
  }

  @Test
  void refusesATreeThatCannotBeWalked() {
    assertRefused(
        MODEL.replaceFirst("split_feature=\\d+", "split_feature=4"),
        "tree 0 has split_feature 4, the model has features 0 to 3");
    assertRefused(
        MODEL.replaceFirst("left_child=-?\\d+", "left_child=0"),
        "tree 0 says left_child 0 of node 0");
    assertRefused(
        MODEL.replaceFirst("right_child=-?\\d+", "right_child=-99"),
        "tree 0 says right_child -99 of node 0");
    assertRefused(MODEL.replaceFirst("num_leaves=7", "num_leaves=8"), "has 7 of leaf_value, not 8");
    assertRefused(MODEL.replaceFirst("num_leaves=7", "num_leaves=many"), "has num_leaves many");
    assertRefused(MODEL.replace("num_cat=1", "num_cat=0"), "asks for category set 0 of 0");
    assertRefused(
        MODEL.replaceFirst("cat_boundaries=0 1", "cat_boundaries=0 9"), "of cat_threshold, not 9");
  }

  @Test
  void refusesAModelThatLostATree() {
    int second = MODEL.indexOf("Tree=1\n");
    int third = MODEL.indexOf("Tree=2\n");
    int last = MODEL.indexOf("Tree=9\n");
    int end = MODEL.indexOf("end of trees");

    assertRefused(
        MODEL.substring(0, second) + MODEL.substring(third),
        "tree 1 is missing, or not in its place");
    assertRefused(MODEL.substring(0, last) + MODEL.substring(end), "announces 10 trees and has 9");
  }

  @Test
  void refusesAModelOfManyAnswers() {
    assertRefused(
        MODEL.replace("num_class=1", "num_class=3"), "has num_class 3; only 1 is allowed");
  }

  @Test
  void refusesWhatIsNoModel() {
    assertRefused("", "its first line is not 'tree'");
    assertRefused("<html>", "its first line is not 'tree'");
    assertRefused("tree\nend of trees\n", "has num_class missing");
  }

  /** Whatever is wrong: it is refused, or does no harm. The process would end otherwise. */
  @Test
  void survivesAnyDamage() {
    Random random = new Random(8);
    int opened = 0;
    for (int i = 0; i < 500; i++) {
      try (LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(damaged(random)))) {
        opened++;
        for (double[] row : TinyModels.rows(FEATURES.size(), List.of(3), 5, i)) {
          booster.predict(row);
          booster.contributions(row);
        }
      } catch (LightGbmTextException refused) {
        assertThat(refused).hasMessageMatching("(?s).+");
      }
    }
    assertThat(opened).as("damage that is only another model").isBetween(50, 450);
  }

  private static String damaged(Random random) {
    List<String> lines = new ArrayList<>(MODEL.lines().toList());
    int at = random.nextInt(lines.indexOf("end of trees"));
    String line = lines.get(at);
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
      case 2 -> lines.add(at, lines.get(random.nextInt(lines.size())));
      default -> lines.set(at, line.replaceFirst("\\d", Integer.toString(random.nextInt(100))));
    }
    return String.join("\n", lines) + "\n";
  }

  private static void assertRefused(String model, String sentence) {
    assertThatThrownBy(() -> LightGbmText.of(model))
        .isInstanceOf(LightGbmTextException.class)
        .hasMessageContaining(sentence);
  }
}
