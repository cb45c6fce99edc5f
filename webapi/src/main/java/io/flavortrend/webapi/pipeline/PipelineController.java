package io.flavortrend.webapi.pipeline;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The pipeline as a whole. */
@RestController
class PipelineController {
  private final PipelineProbe probe;

  PipelineController(PipelineProbe probe) {
    this.probe = probe;
  }

  @GetMapping("/api/v1/pipeline")
  Mono<PipelineStatus> pipeline() {
    return probe.status();
  }
}
