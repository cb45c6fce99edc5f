package io.flavortrend.webapi.orders;

import io.flavortrend.contracts.values.EtaPrediction.FeatureAgeMs;
import io.flavortrend.contracts.values.EtaPrediction.FeatureVersions;
import io.flavortrend.contracts.values.EtaPrediction.Trace;
import io.flavortrend.webapi.explanation.Explainer;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the predictions of one order from {@code analytics.eta_predictions}. */
@Component
class PredictionQueries {
  private record Found(
      OrderPrediction prediction,
      Map<String, @Nullable Double> features,
      FeatureAgeMs ages,
      FeatureVersions versions,
      Trace trace) {}

  private static final String OF_ORDER =
      """
      select stage, eta_minutes, eta_p10_minutes, eta_p90_minutes, predicted_delivery_at,
             baseline_minutes, model_version, event_time, degraded, capped, reasons,
             version as prediction_version, features::text as features,
             feature_age_ms::text as feature_age_ms, feature_versions::text as feature_versions,
             trace::text as trace
      from analytics.eta_predictions
      where order_id = :orderId
      order by array_position(array['placed', 'assigned', 'picked_up'], stage)
      """;

  private final DatabaseClient database;
  private final JsonMapper mapper;
  private final Explainer explainer;

  PredictionQueries(DatabaseClient database, JsonMapper mapper, Explainer explainer) {
    this.database = database;
    this.mapper = mapper;
    this.explainer = explainer;
  }

  /** The predictions of an order, in the order of their stages, each explained. */
  Mono<List<ExplainedPrediction>> ofOrder(long orderId) {
    return database
        .sql(OF_ORDER)
        .bind("orderId", orderId)
        .map(this::found)
        .all()
        .collectList()
        .flatMapMany(Flux::fromIterable)
        .concatMap(this::explain)
        .collectList();
  }

  private Mono<ExplainedPrediction> explain(Found found) {
    return explainer
        .explain(found.prediction().modelVersion(), found.features())
        .map(
            explained ->
                new ExplainedPrediction(
                    found.prediction(),
                    found.ages(),
                    found.versions(),
                    ExplainedPrediction.TraceMs.of(found.trace()),
                    explained.explanation(),
                    explained.unavailable()));
  }

  private Found found(Readable row) {
    return new Found(
        OrderPrediction.of(row),
        mapper.readValue(
            row.get("features", String.class),
            new TypeReference<Map<String, @Nullable Double>>() {}),
        mapper.readValue(row.get("feature_age_ms", String.class), FeatureAgeMs.class),
        mapper.readValue(row.get("feature_versions", String.class), FeatureVersions.class),
        mapper.readValue(row.get("trace", String.class), Trace.class));
  }
}
