package io.flavortrend.jobs.sql;

import io.flavortrend.inference.modelpackage.ModelPackageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.functions.FunctionContext;
import org.apache.flink.table.functions.PredictFunction;
import org.apache.flink.table.types.logical.LogicalType;
import org.jspecify.annotations.Nullable;

/** {@code ML_PREDICT} of a row, in the row's own thread: a model for each subtask. */
public final class LightGbmPredictFunction extends PredictFunction {
  private static final long serialVersionUID = 1L;

  /** What a zip archive begins with. */
  private static final byte[] ZIP = {'P', 'K'};

  private final ModelLocation location;
  private final ArrayList<String> inputs;
  private final ArrayList<String> outputs;
  private final ArrayList<RowData.FieldGetter> columns = new ArrayList<>();
  private transient @Nullable RowModel model;

  LightGbmPredictFunction(
      ModelLocation location,
      List<String> inputs,
      List<LogicalType> inputTypes,
      List<String> outputs) {
    this.location = location;
    this.inputs = new ArrayList<>(inputs);
    this.outputs = new ArrayList<>(outputs);
    for (int i = 0; i < inputTypes.size(); i++) {
      columns.add(RowData.createFieldGetter(inputTypes.get(i), i));
    }
  }

  @Override
  public void open(FunctionContext context) throws ModelPackageException {
    byte[] bytes = location.fetch();
    boolean archive = bytes.length > 1 && bytes[0] == ZIP[0] && bytes[1] == ZIP[1];
    model =
        archive
            ? EtaRowModel.open(bytes, inputs, outputs)
            : PlainRowModel.open(bytes, inputs, outputs);
  }

  @Override
  public Collection<RowData> predict(RowData input) {
    RowModel opened = model;
    if (opened == null) {
      throw new IllegalStateException("The model is not open");
    }
    double[] row = new double[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = Numbers.of(columns.get(i).getFieldOrNull(input));
    }
    double[] answer = opened.predict(row);
    GenericRowData output = new GenericRowData(answer.length);
    for (int i = 0; i < answer.length; i++) {
      output.setField(i, answer[i]);
    }
    return List.of(output);
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
      model = null;
    }
  }
}
