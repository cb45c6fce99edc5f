package io.flavortrend.webapi.pipeline;

import io.flavortrend.webapi.pipeline.PipelineStatus.Unavailable;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/**
 * What came of asking one part.
 *
 * @param value null where it did not answer
 * @param problem empty where it did
 * @param late whether the problem is only that no answer came in time
 */
record Probe<T>(@Nullable T value, Optional<Unavailable> problem, boolean late) {
  /** How long a part may take; the page's own patience is longer. */
  static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Asks within {@link #TIMEOUT}; never an error. */
  static <T> Mono<Probe<T>> of(String part, Mono<T> question) {
    return question
        .timeout(TIMEOUT)
        .map(value -> new Probe<T>(value, Optional.empty(), false))
        .switchIfEmpty(Mono.fromSupplier(() -> failed(part, "it has no answer", false)))
        .onErrorResume(failure -> Mono.just(failed(part, reason(failure), isLate(failure))));
  }

  T or(T fallback) {
    return value == null ? fallback : value;
  }

  boolean answered() {
    return value != null;
  }

  private static <T> Probe<T> failed(String part, String reason, boolean late) {
    return new Probe<>(null, Optional.of(new Unavailable(part, reason)), late);
  }

  private static boolean isLate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return false;
      }
      if (cause instanceof TimeoutException
          || cause instanceof org.apache.kafka.common.errors.TimeoutException
          || cause instanceof io.netty.handler.timeout.TimeoutException) {
        return true;
      }
    }
    return false;
  }

  private static String reason(Throwable failure) {
    if (isLate(failure)) {
      return "no answer within %d ms".formatted(TIMEOUT.toMillis());
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return "connection refused";
      }
      if (cause instanceof WebClientResponseException answer) {
        return "answered with status %d".formatted(answer.getStatusCode().value());
      }
    }
    return io.flavortrend.webapi.store.StoreFailure.reason(failure)
        .orElse(failure.getClass().getSimpleName());
  }
}
