package io.flavortrend.inference.lightgbm;

import static com.microsoft.ml.lightgbm.lightgbmlib.C_API_DTYPE_FLOAT64;
import static com.microsoft.ml.lightgbm.lightgbmlib.C_API_PREDICT_CONTRIB;
import static com.microsoft.ml.lightgbm.lightgbmlib.C_API_PREDICT_NORMAL;

import com.microsoft.ml.lightgbm.SWIGTYPE_p_double;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_int;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_long_long;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_p_void;
import com.microsoft.ml.lightgbm.SWIGTYPE_p_void;
import com.microsoft.ml.lightgbm.lightgbmlib;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A model in native memory, asked row by row on one thread. Uses the library's prepared calls: they
 * read the row in place and write into a buffer made once, so that a row allocates nothing.
 *
 * <p>Predictions come from a {@link Forest} where the model's trees fit one, which is several times
 * as fast; it is held to LightGBM's own answers when the model is opened.
 *
 * <p>Not thread-safe.
 */
public final class LightGbmBooster implements AutoCloseable {
  private static final String ONE_THREAD = "num_threads=1";
  private static final int REHEARSED_ROWS = 200;

  private final int features;
  private final SWIGTYPE_p_void handle;
  private final SWIGTYPE_p_void prediction;
  private final SWIGTYPE_p_void contribution;
  private final SWIGTYPE_p_long_long length;
  private final SWIGTYPE_p_double answer;
  private final @Nullable Forest forest;
  private boolean closed;

  private LightGbmBooster(int features, SWIGTYPE_p_void handle, @Nullable Forest forest) {
    this.features = features;
    this.forest = forest;
    this.handle = handle;
    this.prediction = prepared(handle, features, C_API_PREDICT_NORMAL);
    this.contribution = prepared(handle, features, C_API_PREDICT_CONTRIB);
    this.length = lightgbmlib.new_int64_tp();
    this.answer = lightgbmlib.new_doubleArray(features + 1);
  }

  /**
   * Loads a model.
   *
   * @throws LightGbmTextException when LightGBM itself refuses it, or answers otherwise than its
   *     trees say
   * @throws IllegalStateException when this machine cannot load the library
   */
  public static LightGbmBooster open(LightGbmText model) throws LightGbmTextException {
    NativeLibrary.load();
    Forest forest = forest(model);
    LightGbmBooster booster = new LightGbmBooster(model.featureNames().size(), load(model), forest);
    try {
      booster.requireAgreement();
      return booster;
    } catch (LightGbmTextException e) {
      booster.close();
      throw e;
    }
  }

  private static @Nullable Forest forest(LightGbmText model) throws LightGbmTextException {
    if (!model.isPlainSum()) {
      return null;
    }
    List<TreeText> trees = model.readTrees();
    return ForestLayout.fits(trees) ? ForestLayout.of(model.featureNames().size(), trees) : null;
  }

  private static SWIGTYPE_p_void load(LightGbmText model) throws LightGbmTextException {
    SWIGTYPE_p_p_void out = lightgbmlib.new_voidpp();
    SWIGTYPE_p_int iterations = lightgbmlib.new_intp();
    try {
      if (lightgbmlib.LGBM_BoosterLoadModelFromString(model.text(), iterations, out) != 0) {
        throw new LightGbmTextException(
            "is refused by LightGBM: " + lightgbmlib.LGBM_GetLastError());
      }
      return lightgbmlib.voidpp_value(out);
    } finally {
      lightgbmlib.delete_intp(iterations);
      lightgbmlib.delete_voidpp(out);
    }
  }

  /**
   * Predicts.
   *
   * @param row a number for each feature, NaN where unknown; not changed, not kept
   */
  public double predict(double[] row) {
    if (forest == null) {
      return predictNatively(row);
    }
    requireAskable(row);
    return forest.predict(row);
  }

  /** The same by LightGBM's own call. */
  double predictNatively(double[] row) {
    ask(prediction, row);
    return lightgbmlib.doubleArray_getitem(answer, 0);
  }

  /** True where the trees are walked here. */
  boolean hasForest() {
    return forest != null;
  }

  private void requireAgreement() throws LightGbmTextException {
    if (forest == null) {
      return;
    }
    for (double[] row : forest.edges(REHEARSED_ROWS)) {
      double natively = predictNatively(row);
      double here = forest.predict(row);
      if (Double.compare(natively, here) != 0) {
        throw new LightGbmTextException(
            "is answered with %s by LightGBM and with %s by its trees, of the row %s"
                .formatted(natively, here, Arrays.toString(row)));
      }
    }
  }

  /**
   * How much each feature moves the answer (TreeSHAP, raw score), and in the last element the mean
   * answer; their sum is the answer.
   *
   * @return one more than the model has features
   */
  public double[] contributions(double[] row) {
    ask(contribution, row);
    double[] contributions = new double[features + 1];
    for (int i = 0; i <= features; i++) {
      contributions[i] = lightgbmlib.doubleArray_getitem(answer, i);
    }
    return contributions;
  }

  /** Gives native memory back; again, does nothing. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    lightgbmlib.LGBM_FastConfigFree(prediction);
    lightgbmlib.LGBM_FastConfigFree(contribution);
    lightgbmlib.LGBM_BoosterFree(handle);
    lightgbmlib.delete_int64_tp(length);
    lightgbmlib.delete_doubleArray(answer);
  }

  private void requireAskable(double[] row) {
    if (closed) {
      throw new IllegalStateException("The model is closed");
    }
    if (row.length != features) {
      throw new IllegalArgumentException(
          "The row has %d numbers, the model has %d features".formatted(row.length, features));
    }
  }

  private void ask(SWIGTYPE_p_void call, double[] row) {
    requireAskable(row);
    int result =
        lightgbmlib.LGBM_BoosterPredictForMatSingleRowFastCriticalSWIG(row, call, length, answer);
    if (result != 0) {
      throw new IllegalStateException(
          "LightGBM cannot predict: " + lightgbmlib.LGBM_GetLastError());
    }
  }

  private static SWIGTYPE_p_void prepared(SWIGTYPE_p_void handle, int features, int what) {
    SWIGTYPE_p_p_void out = lightgbmlib.new_voidpp();
    try {
      int result =
          lightgbmlib.LGBM_BoosterPredictForMatSingleRowFastInit(
              handle, what, 0, -1, C_API_DTYPE_FLOAT64, features, ONE_THREAD, out);
      if (result != 0) {
        throw new IllegalStateException(
            "LightGBM cannot prepare: " + lightgbmlib.LGBM_GetLastError());
      }
      return lightgbmlib.voidpp_value(out);
    } finally {
      lightgbmlib.delete_voidpp(out);
    }
  }
}
