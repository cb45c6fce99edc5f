package io.flavortrend.inference.agreement;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.lightgbm.LightGbmBooster;
import io.flavortrend.inference.lightgbm.LightGbmText;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/**
 * Writes what Python is held to: a model trained by Java's LightGBM and its answers to the vectors.
 * Run from ml-inference, with the classes of its tests.
 */
public final class JavaModelFile {
  private static final Size SIZE = new Size(2_000, 40, 15);

  private JavaModelFile() {}

  /**
   * Writes java-model.txt and java-answers.csv.gz.
   *
   * @param arguments one: the folder
   */
  public static void main(String[] arguments) throws IOException, LightGbmTextException {
    Path folder = Path.of(arguments[0]);
    List<Integer> categories =
        IntStream.range(0, EtaVector.size())
            .filter(i -> !EtaVector.all().get(i).categories().isEmpty())
            .boxed()
            .toList();
    String model = TinyModels.trained(EtaVector.names(), categories, SIZE, "regression", 1);
    Files.writeString(folder.resolve("java-model.txt"), model);
    try (var out =
            new GZIPOutputStream(Files.newOutputStream(folder.resolve("java-answers.csv.gz")));
        LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(model))) {
      for (double[] vector :
          new AgreementVectors(AgreementFiles.ROWS_SEED).next(AgreementFiles.ROWS)) {
        String line = String.format(Locale.ROOT, "%.10f%n", booster.predict(vector));
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
