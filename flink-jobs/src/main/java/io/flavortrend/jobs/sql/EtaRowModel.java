package io.flavortrend.jobs.sql;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.Eta;
import io.flavortrend.inference.EtaModel;
import io.flavortrend.inference.LightGbmModel;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.inference.modelpackage.ModelPackages;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.apache.flink.table.api.ValidationException;

/** A package of the platform: its input is the vector, its output what one asks for by name. */
final class EtaRowModel implements RowModel {
  private static final List<String> OUTPUTS = List.of("minutes", "p10", "p90", "baseline");

  private final EtaModel model;
  private final List<ToDoubleFunction<Eta>> outputs;

  private EtaRowModel(EtaModel model, List<ToDoubleFunction<Eta>> outputs) {
    this.model = model;
    this.outputs = outputs;
  }

  /**
   * Loads a package.
   *
   * @param inputs names of the model's input columns
   * @param outputs names of the model's output columns
   * @throws ModelPackageException when the package cannot be used
   * @throws ValidationException when the columns are not the package's
   */
  static EtaRowModel open(byte[] bytes, List<String> inputs, List<String> outputs)
      throws ModelPackageException {
    FeatureColumns.requireExactly(EtaVector.names(), inputs);
    List<ToDoubleFunction<Eta>> chosen = outputs.stream().map(EtaRowModel::output).toList();
    return new EtaRowModel(LightGbmModel.open(ModelPackages.read(bytes)), chosen);
  }

  @Override
  public double[] predict(double[] row) {
    Eta eta = model.predict(row);
    double[] numbers = new double[outputs.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = outputs.get(i).applyAsDouble(eta);
    }
    return numbers;
  }

  @Override
  public void close() {
    model.close();
  }

  private static ToDoubleFunction<Eta> output(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "minutes" -> Eta::minutes;
      case "p10" -> Eta::p10Minutes;
      case "p90" -> Eta::p90Minutes;
      case "baseline" -> Eta::baselineMinutes;
      default ->
          throw new ValidationException(
              "The model has no output %s; it has %s".formatted(name, OUTPUTS));
    };
  }
}
