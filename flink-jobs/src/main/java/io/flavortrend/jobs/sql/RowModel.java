package io.flavortrend.jobs.sql;

/** A model as SQL sees it: numbers in, numbers out. Not thread-safe. */
interface RowModel extends AutoCloseable {
  /**
   * Predicts.
   *
   * @param row NaN where a column is null
   * @return one number for each column of the model's output
   */
  double[] predict(double[] row);

  /** Gives native memory back. */
  @Override
  void close();
}
