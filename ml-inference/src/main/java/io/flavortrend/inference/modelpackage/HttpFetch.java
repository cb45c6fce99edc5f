package io.flavortrend.inference.modelpackage;

import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One GET: to connect, to answer and to arrive whole have a time limit each. */
final class HttpFetch {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final Duration ARRIVE = Duration.ofSeconds(60);

  private final URI uri;
  private final long maxBytes;
  private final Duration arrive;

  HttpFetch(URI uri, long maxBytes) {
    this(uri, maxBytes, ARRIVE);
  }

  HttpFetch(URI uri, long maxBytes, Duration arrive) {
    this.uri = uri;
    this.maxBytes = maxBytes;
    this.arrive = arrive;
  }

  byte[] bytes() throws ModelPackageException {
    CompletableFuture<HttpResponse<byte[]>> answer = ask();
    try {
      HttpResponse<byte[]> response = answer.get(arrive.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() != 200) {
        throw unreachable("it answers " + response.statusCode(), null);
      }
      return response.body();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BoundedBody.ExceededException) {
        throw Artifacts.tooLarge(uri, maxBytes);
      }
      throw unreachable(String.valueOf(e.getCause()), e);
    } catch (TimeoutException e) {
      throw unreachable("it has not arrived after " + arrive.toMillis() + " ms", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable("interrupted", e);
    } finally {
      answer.cancel(true);
    }
  }

  private CompletableFuture<HttpResponse<byte[]>> ask() throws ModelPackageException {
    try {
      HttpRequest request = HttpRequest.newBuilder(uri).timeout(ANSWER).GET().build();
      return HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          // Elsewhere may be where packages are not allowed to come from.
          .followRedirects(HttpClient.Redirect.NEVER)
          .build()
          .sendAsync(
              request,
              head ->
                  head.statusCode() == 200
                      ? new BoundedBody(maxBytes)
                      : BodySubscribers.replacing(new byte[0]));
    } catch (IllegalArgumentException e) {
      throw unreachable(e.getMessage(), e);
    }
  }

  private ModelPackageException unreachable(@Nullable String why, @Nullable Exception cause) {
    String sentence = "%s cannot be fetched: %s".formatted(uri, why);
    return cause == null
        ? new ModelPackageException(Reason.UNREACHABLE, sentence)
        : new ModelPackageException(Reason.UNREACHABLE, sentence, cause);
  }
}
