package io.flavortrend.webapi.explanation;

import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.webapi.models.LoadedModels;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Explains predictions by the models that made them. Thread-safe. */
@Component
public class Explainer {
  /**
   * An explanation, or why there is none.
   *
   * @param unavailable one clear sentence; null where there is an explanation
   */
  public record Explained(@Nullable Explanation explanation, @Nullable String unavailable) {}

  private final LoadedModels models;

  Explainer(LoadedModels models) {
    this.models = models;
  }

  /**
   * Explains what a model says of a vector.
   *
   * @param features the vector by name
   */
  public Mono<Explained> explain(String modelVersion, Map<String, @Nullable Double> features) {
    double[] vector = EtaVectors.ofNamed(features);
    return models
        .ask(modelVersion, model -> model.contributions(vector))
        .map(
            contributions ->
                new Explained(Explanation.of(modelVersion, vector, contributions), null))
        .onErrorResume(
            ModelPackageException.class,
            e -> Mono.just(new Explained(null, String.valueOf(e.getMessage()))));
  }
}
