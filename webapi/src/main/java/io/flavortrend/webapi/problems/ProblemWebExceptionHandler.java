package io.flavortrend.webapi.problems;

import io.flavortrend.webapi.store.StoreFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/** The one place where failures become answers: those of controllers and those of filters. */
@Component
@Order(-2)
class ProblemWebExceptionHandler implements WebExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemWebExceptionHandler.class);

  private final JsonMapper mapper;

  ProblemWebExceptionHandler(JsonMapper mapper) {
    this.mapper = mapper;
  }

  @Override
  public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
    ServerHttpResponse response = exchange.getResponse();
    if (response.isCommitted()) {
      return Mono.error(failure);
    }
    ErrorResponse error = problem(exchange, failure);
    response.setStatusCode(error.getStatusCode());
    response.getHeaders().putAll(error.getHeaders());
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    response.getHeaders().setCacheControl("no-store");
    byte[] body = mapper.writeValueAsBytes(body(exchange, error));
    return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
  }

  private static ErrorResponse problem(ServerWebExchange exchange, Throwable failure) {
    if (failure instanceof ServerWebInputException input) {
      return input(input);
    }
    if (failure instanceof ErrorResponse error) {
      return error;
    }
    Optional<String> store = StoreFailure.reason(failure);
    if (store.isPresent()) {
      LOG.warn("{}: {}", store.get(), failure.toString());
      return Problems.unavailable("postgres", store.get());
    }
    LOG.error("{} failed", exchange.getRequest().getPath(), failure);
    return new org.springframework.web.ErrorResponseException(
        HttpStatus.INTERNAL_SERVER_ERROR,
        ProblemDetail.forStatusAndDetail(
            HttpStatus.INTERNAL_SERVER_ERROR, "An error of ours; the log has it"),
        null);
  }

  private static ErrorResponse input(ServerWebInputException input) {
    if (input instanceof MissingRequestValueException missing) {
      return Problems.badParameter(missing.getName(), "", "a value");
    }
    var parameter = input.getMethodParameter();
    if (input.getCause() instanceof TypeMismatchException mismatch && parameter != null) {
      return Problems.badParameter(
          String.valueOf(parameter.getParameterName()),
          String.valueOf(mismatch.getValue()),
          allowed(mismatch.getRequiredType()));
    }
    if (input.getStatusCode() != HttpStatus.BAD_REQUEST) {
      return input;
    }
    return NestedExceptionUtils.getMostSpecificCause(input) instanceof MismatchedInputException e
            && !e.getPath().isEmpty()
        ? badField(e)
        : Problems.badRequest("The request's body or parameters cannot be read");
  }

  /** A field of the body that has a value of another type. */
  private static ErrorResponse badField(MismatchedInputException mismatch) {
    String path =
        mismatch.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    Object value = mismatch instanceof InvalidFormatException format ? format.getValue() : "";
    return Problems.badParameter(path, String.valueOf(value), allowed(mismatch.getTargetType()));
  }

  private static String allowed(@org.jspecify.annotations.Nullable Class<?> type) {
    if (type == Instant.class) {
      return "an ISO-8601 instant such as 2026-01-31T18:00:00Z";
    }
    if (type == Double.class || type == double.class || type == BigDecimal.class) {
      return "a number";
    }
    return type == null || type == String.class ? "a text" : "a whole number";
  }

  private static Map<String, Object> body(ServerWebExchange exchange, ErrorResponse error) {
    ProblemDetail detail = error.getBody();
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", detail.getType() == null ? "about:blank" : detail.getType().toString());
    body.put("title", title(detail, error.getStatusCode()));
    body.put("status", error.getStatusCode().value());
    body.put(
        "detail",
        detail.getDetail() == null ? title(detail, error.getStatusCode()) : detail.getDetail());
    body.put("instance", exchange.getRequest().getPath().value());
    Map<String, Object> properties = detail.getProperties();
    if (properties != null) {
      body.putAll(properties);
    }
    return body;
  }

  private static String title(ProblemDetail detail, HttpStatusCode status) {
    if (detail.getTitle() != null) {
      return detail.getTitle();
    }
    HttpStatus known = HttpStatus.resolve(status.value());
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
