package io.flavortrend.inference;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.lightgbm.LightGbmBooster;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import io.flavortrend.inference.modelpackage.ModelPackage;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.modelpackage.Signature;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A package's three LightGBM models over the baseline: each predicts how far from it the delivery
 * is, and the ends of the interval are then moved by what calibration found for the stage.
 *
 * <p>Holds native memory until it is closed. Not thread-safe.
 */
public final class LightGbmModel implements EtaModel {
  private static final int STAGE = EtaVector.index("stage");
  private static final BaselineModel BASELINE = new BaselineModel();

  private final String version;
  private final IntervalCorrection correction;
  private final LightGbmBooster point;
  private final LightGbmBooster p10;
  private final LightGbmBooster p90;

  private LightGbmModel(
      Signature signature, LightGbmBooster point, LightGbmBooster p10, LightGbmBooster p90) {
    this.version = signature.modelVersion();
    this.correction = new IntervalCorrection(signature);
    this.point = point;
    this.p10 = p10;
    this.p90 = p90;
  }

  /**
   * Loads a package.
   *
   * @throws ModelPackageException when LightGBM itself refuses one of its models
   * @throws IllegalStateException when this machine cannot load LightGBM
   */
  public static LightGbmModel open(ModelPackage modelPackage) throws ModelPackageException {
    Deque<LightGbmBooster> opened = new ArrayDeque<>();
    try {
      for (String name : ModelPackage.MODELS) {
        opened.add(open(modelPackage, name));
      }
      return new LightGbmModel(
          modelPackage.signature(), opened.remove(), opened.remove(), opened.remove());
    } finally {
      opened.forEach(LightGbmBooster::close);
    }
  }

  private static LightGbmBooster open(ModelPackage modelPackage, String name)
      throws ModelPackageException {
    try {
      return LightGbmBooster.open(modelPackage.model(name));
    } catch (LightGbmTextException e) {
      throw new ModelPackageException(Reason.BROKEN, name + " " + e.getMessage(), e);
    }
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public Eta predict(double[] vector) {
    double baseline = BaselineEta.minutes(vector);
    double minutes = baseline + point.predict(vector);
    double low = baseline + p10.predict(vector) - correction.lowerMinutes(vector[STAGE]);
    double high = baseline + p90.predict(vector) + correction.upperMinutes(vector[STAGE]);
    return Double.isFinite(minutes + low + high)
        ? EtaBounds.answer(baseline, minutes, low, high)
        : EtaBounds.notFinite(BASELINE.predict(vector));
  }

  @Override
  public double[] contributions(double[] vector) {
    double[] contributions = point.contributions(vector);
    contributions[vector.length] += BaselineEta.minutes(vector);
    return contributions;
  }

  @Override
  public void close() {
    point.close();
    p10.close();
    p90.close();
  }
}
