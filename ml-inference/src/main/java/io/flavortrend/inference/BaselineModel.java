package io.flavortrend.inference;

import io.flavortrend.contracts.values.EtaPrediction;

/**
 * Answers without a trained model. Its interval is a share of the expectation: what is left to do
 * is known best when there is little of it. Holds nothing, thread-safe.
 */
public final class BaselineModel implements EtaModel {
  private static final double P10_SHARE = 0.65;
  private static final double P90_SHARE = 1.5;

  @Override
  public String version() {
    return EtaPrediction.BASELINE;
  }

  @Override
  public Eta predict(double[] vector) {
    double minutes = BaselineEta.minutes(vector);
    return EtaBounds.answer(minutes, minutes, P10_SHARE * minutes, P90_SHARE * minutes);
  }

  /** The baseline explains nothing: all of it is in the last element. */
  @Override
  public double[] contributions(double[] vector) {
    double[] contributions = new double[vector.length + 1];
    contributions[vector.length] = BaselineEta.minutes(vector);
    return contributions;
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
