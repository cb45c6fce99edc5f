package io.flavortrend.webapi.predict;

import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.features.vector.VectorElement;
import io.flavortrend.features.vector.VectorElement.Group;
import io.flavortrend.inference.Eta;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.webapi.explanation.Explanation;
import io.flavortrend.webapi.models.LoadedModels;
import io.flavortrend.webapi.models.Releases;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks the champion; where there is none, or it is not at hand, the baseline. Thread-safe. */
@Component
class Predictor {
  private static final Logger LOG = LoggerFactory.getLogger(Predictor.class);
  private static final String NO_MODEL = "no_model";
  private static final double NANOS_PER_MINUTE = 60e9;

  private record Said(String modelVersion, Eta eta, double[] contributions) {}

  private final Releases releases;
  private final LoadedModels models;

  Predictor(Releases releases, LoadedModels models) {
    this.releases = releases;
    this.models = models;
  }

  /**
   * Answers.
   *
   * @param at when the order reached the stage
   */
  Mono<WhatIfAnswer> predict(double[] vector, Stage stage, Instant at, Instant now) {
    return releases
        .championAt(now)
        .flatMap(champion -> ask(champion, vector))
        .onErrorResume(
            ModelPackageException.class,
            e -> {
              LOG.warn("The champion cannot be asked, the baseline answers: {}", e.getMessage());
              return Mono.empty();
            })
        .switchIfEmpty(Mono.defer(() -> ask(EtaPrediction.BASELINE, vector)))
        .map(said -> answer(said, vector, stage, at, now));
  }

  private Mono<Said> ask(String version, double[] vector) {
    return models.ask(
        version,
        model -> new Said(model.version(), model.predict(vector), model.contributions(vector)));
  }

  private static WhatIfAnswer answer(
      Said said, double[] vector, Stage stage, Instant at, Instant now) {
    Eta eta = said.eta();
    List<String> lacks = lacks(said, vector, stage);
    List<String> reasons = new ArrayList<>(lacks);
    reasons.addAll(eta.reasons());
    return new WhatIfAnswer(
        stage.code(),
        eta.minutes(),
        eta.p10Minutes(),
        eta.p90Minutes(),
        at.plus(Duration.ofNanos(Math.round(eta.minutes() * NANOS_PER_MINUTE))),
        eta.baselineMinutes(),
        said.modelVersion(),
        at,
        !lacks.isEmpty(),
        eta.capped(),
        reasons,
        Explanation.of(said.modelVersion(), vector, said.contributions()),
        EtaVectors.named(vector),
        IntStream.range(0, vector.length)
            .filter(i -> Double.isNaN(vector[i]))
            .mapToObj(EtaVector.all()::get)
            .filter(element -> EtaVectors.needs(stage, element.group()))
            .map(VectorElement::name)
            .toList(),
        now);
  }

  /** What the answer is the worse for: the model, or whole groups of features. */
  private static List<String> lacks(Said said, double[] vector, Stage stage) {
    List<String> lacks = new ArrayList<>();
    if (said.modelVersion().equals(EtaPrediction.BASELINE)) {
      lacks.add(NO_MODEL);
    }
    for (Group group : Group.values()) {
      if (EtaVectors.needs(stage, group) && isUnknown(vector, group)) {
        lacks.add(group.name().toLowerCase(Locale.ROOT) + "_missing");
      }
    }
    return lacks;
  }

  private static boolean isUnknown(double[] vector, Group group) {
    return IntStream.range(0, vector.length)
        .filter(i -> EtaVector.all().get(i).group() == group)
        .allMatch(i -> Double.isNaN(vector[i]));
  }
}
