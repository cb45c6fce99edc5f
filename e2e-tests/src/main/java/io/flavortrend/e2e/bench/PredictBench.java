package io.flavortrend.e2e.bench;

import com.sun.management.ThreadMXBean;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.LightGbmModel;
import io.flavortrend.inference.lightgbm.LightGbmBooster;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import io.flavortrend.inference.modelpackage.ModelPackage;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What one prediction costs, without a stack: processor time of one thread, so that a busy machine
 * does not slow the figure. The models are trained on the spot, 300 trees of 63 leaves.
 */
final class PredictBench implements Bench {
  private static final Size SIZE = new Size(20_000, 300, 63);
  private static final int ROWS = 5_000;
  private static final int ROUNDS = 15;
  private static final double BAR_MICROS = 20;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Override
  public String name() {
    return "predict";
  }

  @Override
  public List<BenchResult> run(BenchStacks stacks)
      throws ModelPackageException, LightGbmTextException {
    System.err.println("predict: training three models of 300 trees");
    byte[] bytes = TestPackage.of("bench").trained(SIZE, 1).bytes();
    ModelPackage modelPackage = ModelPackages.read(bytes);
    double[][] rows = TinyModels.rows(EtaVector.size(), TestPackage.CATEGORIES, ROWS, 2);
    try (LightGbmBooster booster = LightGbmBooster.open(modelPackage.model(ModelPackage.POINT));
        LightGbmModel model = LightGbmModel.open(modelPackage)) {
      Cost one = Cost.of(rows, booster::predict);
      Cost answer = Cost.of(rows, vector -> model.predict(vector).minutes());
      Cost explained = Cost.of(Arrays.copyOf(rows, 200), vector -> model.contributions(vector)[0]);
      return List.of(
          BenchResult.atMost(
              "predict: one model, one row", one.micros(), "µs", BAR_MICROS, one.details()),
          BenchResult.plain(
              "predict: an answer with its interval", answer.micros(), "µs", answer.details()),
          BenchResult.plain(
              "predict: an explanation", explained.micros(), "µs", explained.details()));
    }
  }

  /**
   * By row, in the median round.
   *
   * @param micros of processor time
   * @param slowestMicros in the slowest round
   * @param bytes allocated on the heap in the last round
   */
  private record Cost(double micros, double slowestMicros, double bytes) {
    static Cost of(double[][] rows, ToDoubleFunction<double[]> predict) {
      double[] micros = new double[ROUNDS];
      double bytes = 0;
      for (int round = 0; round < ROUNDS; round++) {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        double sum = 0;
        for (double[] row : rows) {
          sum += predict.applyAsDouble(row);
        }
        micros[round] = (THREADS.getCurrentThreadCpuTime() - nanos) / 1e3 / rows.length;
        bytes = (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / rows.length;
        if (Double.isNaN(sum)) {
          throw new IllegalStateException("The model answers no number");
        }
      }
      Arrays.sort(micros);
      return new Cost(micros[ROUNDS / 2], micros[ROUNDS - 1], bytes);
    }

    Map<String, Object> details() {
      Map<String, Object> details = new LinkedHashMap<>();
      details.put("trees", SIZE.trees());
      details.put("leaves", SIZE.leaves());
      details.put("features", EtaVector.size());
      details.put("slowest_round_us", Math.round(slowestMicros * 10) / 10.0);
      details.put("heap_bytes_per_row", Math.round(bytes * 10) / 10.0);
      return details;
    }
  }
}
