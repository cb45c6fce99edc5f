package io.flavortrend.webapi.predict;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.time.Present;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What if somebody ordered: vector and model are those of the job. */
@RestController
class PredictController {
  private final CircumstancesQueries circumstances;
  private final Predictor predictor;
  private final Present present;

  PredictController(CircumstancesQueries circumstances, Predictor predictor, Present present) {
    this.circumstances = circumstances;
    this.predictor = predictor;
    this.present = present;
  }

  @PostMapping("/api/v1/predict")
  Mono<WhatIfAnswer> predict(
      @AuthenticationPrincipal AccessToken token, @RequestBody WhatIf whatIf) {
    return present
        .now()
        .doOnNext(whatIf::require)
        .flatMap(
            now ->
                circumstances
                    .of(whatIf, token, now)
                    .flatMap(
                        met ->
                            predictor.predict(
                                met.vector(whatIf, now),
                                whatIf.reached(),
                                whatIf.moment(now),
                                now)));
  }
}
