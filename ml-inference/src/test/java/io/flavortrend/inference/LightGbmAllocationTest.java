package io.flavortrend.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.lightgbm.LightGbmBooster;
import io.flavortrend.inference.lightgbm.LightGbmText;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What a row costs the heap, in bytes by the thread's own count. */
class LightGbmAllocationTest {
  private static final int ROWS = 20_000;

  /** A header, four numbers, a flag and a reference; the list of reasons is shared. */
  private static final double ETA_BYTES = 64;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final double[][] VECTORS = TinyModels.rows(EtaVector.size(), List.of(), 100, 1);

  @Test
  void aModelAllocatesNothing() throws LightGbmTextException {
    String model = TinyModels.trained(EtaVector.names(), List.of(0, 2), Size.TINY, "regression", 1);
    try (LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(model))) {
      assertThat(bytesPerRow(booster::predict)).isLessThan(0.5);
    }
  }

  @Test
  void anAnswerAllocatesItselfOnly() throws ModelPackageException {
    TestPackage trained = TestPackage.of("v1").trained(Size.TINY, 1);
    try (LightGbmModel model = LightGbmModel.open(ModelPackages.read(trained.bytes()))) {
      assertThat(bytesPerRow(vector -> model.predict(vector).minutes()))
          .isLessThanOrEqualTo(ETA_BYTES);
    }
  }

  private static double bytesPerRow(ToDoubleFunction<double[]> predict) {
    double sum = predictAll(predict);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    sum += predictAll(predict);
    long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(sum).isFinite();
    return (double) bytes / ROWS;
  }

  private static double predictAll(ToDoubleFunction<double[]> predict) {
    double sum = 0;
    for (int i = 0; i < ROWS; i++) {
      sum += predict.applyAsDouble(VECTORS[i % VECTORS.length]);
    }
    return sum;
  }
}
