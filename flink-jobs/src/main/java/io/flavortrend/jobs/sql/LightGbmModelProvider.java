package io.flavortrend.jobs.sql;

import java.util.List;
import org.apache.flink.table.catalog.ResolvedSchema;
import org.apache.flink.table.functions.PredictFunction;
import org.apache.flink.table.ml.ModelProvider;
import org.apache.flink.table.ml.PredictRuntimeProvider;
import org.apache.flink.table.types.logical.LogicalType;

/** What the planner keeps of a model until it predicts. */
record LightGbmModelProvider(ModelLocation location, ResolvedSchema inputs, ResolvedSchema outputs)
    implements PredictRuntimeProvider {

  @Override
  public PredictFunction createPredictFunction(Context context) {
    List<LogicalType> types =
        inputs.getColumnDataTypes().stream().map(type -> type.getLogicalType()).toList();
    return new LightGbmPredictFunction(
        location, inputs.getColumnNames(), types, outputs.getColumnNames());
  }

  @Override
  public ModelProvider copy() {
    return this;
  }
}
