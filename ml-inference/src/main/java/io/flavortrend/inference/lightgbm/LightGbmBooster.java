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

/**
 * A model in native memory, asked row by row on one thread. Uses the library's prepared calls: they
 * read the row in place and write into a buffer made once, so that a row allocates nothing.
 *
 * <p>Not thread-safe.
 */
public final class LightGbmBooster implements AutoCloseable {
  private static final String ONE_THREAD = "num_threads=1";

  private final int features;
  private final SWIGTYPE_p_void handle;
  private final SWIGTYPE_p_void prediction;
  private final SWIGTYPE_p_void contribution;
  private final SWIGTYPE_p_long_long length;
  private final SWIGTYPE_p_double answer;
  private boolean closed;

  private LightGbmBooster(int features, SWIGTYPE_p_void handle) {
    this.features = features;
    this.handle = handle;
    this.prediction = prepared(handle, features, C_API_PREDICT_NORMAL);
    this.contribution = prepared(handle, features, C_API_PREDICT_CONTRIB);
    this.length = lightgbmlib.new_int64_tp();
    this.answer = lightgbmlib.new_doubleArray(features + 1);
  }

  /**
   * Loads a model.
   *
   * @throws LightGbmTextException when LightGBM itself refuses it
   * @throws IllegalStateException when this machine cannot load the library
   */
  public static LightGbmBooster open(LightGbmText model) throws LightGbmTextException {
    NativeLibrary.load();
    SWIGTYPE_p_p_void out = lightgbmlib.new_voidpp();
    SWIGTYPE_p_int iterations = lightgbmlib.new_intp();
    try {
      if (lightgbmlib.LGBM_BoosterLoadModelFromString(model.text(), iterations, out) != 0) {
        throw new LightGbmTextException(
            "is refused by LightGBM: " + lightgbmlib.LGBM_GetLastError());
      }
      return new LightGbmBooster(model.featureNames().size(), lightgbmlib.voidpp_value(out));
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
    ask(prediction, row);
    return lightgbmlib.doubleArray_getitem(answer, 0);
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

  private void ask(SWIGTYPE_p_void call, double[] row) {
    if (closed) {
      throw new IllegalStateException("The model is closed");
    }
    if (row.length != features) {
      throw new IllegalArgumentException(
          "The row has %d numbers, the model has %d features".formatted(row.length, features));
    }
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
