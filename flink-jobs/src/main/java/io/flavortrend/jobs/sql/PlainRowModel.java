package io.flavortrend.jobs.sql;

import io.flavortrend.inference.lightgbm.LightGbmBooster;
import io.flavortrend.inference.lightgbm.LightGbmText;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.table.api.ValidationException;

/** Any LightGBM text model of one answer: its features are the input's columns, in their order. */
final class PlainRowModel implements RowModel {
  private final LightGbmBooster booster;

  private PlainRowModel(LightGbmBooster booster) {
    this.booster = booster;
  }

  /**
   * Loads a model.
   *
   * @param inputs names of the model's input columns
   * @param outputs names of the model's output columns, of which there must be one
   * @throws ValidationException when the model is broken, or the columns are not its
   */
  static PlainRowModel open(byte[] bytes, List<String> inputs, List<String> outputs) {
    if (outputs.size() != 1) {
      throw new ValidationException(
          "The model answers one number, its OUTPUT has columns " + outputs);
    }
    try {
      LightGbmText text = LightGbmText.of(new String(bytes, StandardCharsets.UTF_8));
      FeatureColumns.requireInOrder(text.featureNames(), inputs);
      return new PlainRowModel(LightGbmBooster.open(text));
    } catch (LightGbmTextException e) {
      throw new ValidationException("The model " + e.getMessage(), e);
    }
  }

  @Override
  public double[] predict(double[] row) {
    return new double[] {booster.predict(row)};
  }

  @Override
  public void close() {
    booster.close();
  }
}
