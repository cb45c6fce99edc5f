package io.flavortrend.jobs.sql;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.inference.BaselineModel;
import io.flavortrend.inference.Eta;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import java.util.Map;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.api.ValidationException;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.types.Row;
import org.jspecify.annotations.Nullable;

/**
 * {@code ETA_PREDICT(uri, sha256, vector)}: minutes to delivery by a model package, with the
 * interval and the baseline. Without a URI the baseline answers; a null in the vector is unknown.
 */
public final class EtaPredict extends ScalarFunction {
  private static final long serialVersionUID = 1L;
  private static final String ETA = "ROW<minutes DOUBLE, p10 DOUBLE, p90 DOUBLE, baseline DOUBLE>";

  private static final BaselineModel BASELINE = new BaselineModel();
  private transient @Nullable OpenModels models;

  /**
   * Predicts from numbers in the vector's order.
   *
   * @param uri of the package; null for the baseline
   * @param sha256 of the package; null where it is not compared
   * @throws ModelPackageException when the package cannot be had or used
   * @throws ValidationException when there are more or fewer numbers than the vector has
   */
  public @DataTypeHint(ETA) Row eval(
      @Nullable String uri, @Nullable String sha256, @Nullable Double[] vector)
      throws ModelPackageException {
    if (vector.length != EtaVector.size()) {
      throw new ValidationException(
          "The vector has %d numbers, the platform's %d"
              .formatted(vector.length, EtaVector.size()));
    }
    double[] numbers = new double[vector.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Numbers.of(vector[i]);
    }
    return predict(uri, sha256, numbers);
  }

  /**
   * Predicts from numbers by the names of the vector's elements; what is not named is unknown.
   *
   * @param uri of the package; null for the baseline
   * @param sha256 of the package; null where it is not compared
   * @throws ModelPackageException when the package cannot be had or used
   * @throws ValidationException when the vector has no element of a name
   */
  public @DataTypeHint(ETA) Row eval(
      @Nullable String uri,
      @Nullable String sha256,
      @DataTypeHint("MAP<STRING, DOUBLE>") Map<String, @Nullable Double> features)
      throws ModelPackageException {
    for (String name : features.keySet()) {
      if (!EtaVector.names().contains(name)) {
        throw new ValidationException(
            "The vector has no element %s; it has %s".formatted(name, EtaVector.names()));
      }
    }
    return predict(uri, sha256, EtaVectors.ofNamed(features));
  }

  @Override
  public void close() {
    if (models != null) {
      models.close();
      models = null;
    }
  }

  private Row predict(@Nullable String uri, @Nullable String sha256, double[] vector)
      throws ModelPackageException {
    Eta eta = model(uri, sha256).predict(vector);
    return Row.of(eta.minutes(), eta.p10Minutes(), eta.p90Minutes(), eta.baselineMinutes());
  }

  private EtaModel model(@Nullable String uri, @Nullable String sha256)
      throws ModelPackageException {
    if (uri == null) {
      return BASELINE;
    }
    OpenModels opened = models;
    if (opened == null) {
      opened = new OpenModels();
      models = opened;
    }
    return opened.get(uri, sha256);
  }
}
