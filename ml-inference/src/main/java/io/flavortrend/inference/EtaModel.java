package io.flavortrend.inference;

/**
 * Predicts delivery times from vectors in the order of {@link
 * io.flavortrend.features.vector.EtaVector}. Not thread-safe: one for each thread that predicts.
 */
public interface EtaModel extends AutoCloseable {
  /** The version, as predictions name it. */
  String version();

  /**
   * Predicts.
   *
   * @param vector NaN where unknown; not changed, not kept
   */
  Eta predict(double[] vector);

  /**
   * How much each element of the vector moves the answer, minutes: together with the last, which is
   * the baseline plus what the model adds to it on average, they sum up to {@code minutes} before
   * clipping.
   *
   * @return one more than the vector has
   */
  double[] contributions(double[] vector);

  /** Gives native memory back; nothing may be asked afterwards. Closing twice is allowed. */
  @Override
  void close();
}
