package io.flavortrend.notifier.latency;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Wires the figures and the clockwork that moves their minute on. */
@Configuration(proxyBeanMethods = false)
class LatencyConfiguration {
  @Bean
  StageLatencies stageLatencies() {
    return new StageLatencies();
  }

  @Bean(destroyMethod = "dispose")
  Disposable latencyRotation(StageLatencies latencies) {
    return Flux.interval(StageLatencies.SLICE).subscribe(slice -> latencies.rotate());
  }
}
