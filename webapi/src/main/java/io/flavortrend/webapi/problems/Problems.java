package io.flavortrend.webapi.problems;

import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Makes the errors that the API answers with. */
public final class Problems {
  private Problems() {}

  /** 400: a parameter has a value that is not allowed. */
  public static ErrorResponseException badParameter(String name, Object value, String allowed) {
    ErrorResponseException problem =
        problem(
            HttpStatus.BAD_REQUEST, "%s is '%s': allowed is %s".formatted(name, value, allowed));
    problem.getBody().setProperty("parameter", name);
    problem.getBody().setProperty("allowed", allowed);
    return problem;
  }

  /** 400: the request as a whole makes no sense. */
  public static ErrorResponseException badRequest(String detail) {
    return problem(HttpStatus.BAD_REQUEST, detail);
  }

  /** 401: not signed in, or not well enough. */
  public static ErrorResponseException unauthenticated(String detail) {
    ErrorResponseException problem = problem(HttpStatus.UNAUTHORIZED, detail);
    problem.getHeaders().set("WWW-Authenticate", "Bearer");
    return problem;
  }

  /** 403: signed in, but not allowed. */
  public static ErrorResponseException forbidden(String detail) {
    return problem(HttpStatus.FORBIDDEN, detail);
  }

  /** 404: what was asked for does not exist. */
  public static ErrorResponseException notFound(String detail) {
    return problem(HttpStatus.NOT_FOUND, detail);
  }

  /** 409: it contradicts what is there. */
  public static ErrorResponseException conflict(String detail) {
    return problem(HttpStatus.CONFLICT, detail);
  }

  /**
   * 422: what the request refers to cannot be used.
   *
   * @param reason as a code
   */
  public static ErrorResponseException unprocessable(String reason, String detail) {
    ErrorResponseException problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    problem.getBody().setProperty("reason", reason);
    return problem;
  }

  /** 429: asked too often. */
  public static ErrorResponseException tooMany(String detail, Duration retryAfter) {
    ErrorResponseException problem = problem(HttpStatus.TOO_MANY_REQUESTS, detail);
    problem.getHeaders().set("Retry-After", Long.toString(Math.max(1, retryAfter.toSeconds())));
    return problem;
  }

  /** 503: a part that the answer needs is down. */
  public static ErrorResponseException unavailable(String part, String reason) {
    ErrorResponseException problem = problem(HttpStatus.SERVICE_UNAVAILABLE, reason);
    problem.getBody().setProperty("part", part);
    return problem;
  }

  private static ErrorResponseException problem(HttpStatus status, String detail) {
    return new ErrorResponseException(
        status, ProblemDetail.forStatusAndDetail(status, detail), null);
  }
}
