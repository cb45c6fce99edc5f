package io.flavortrend.stack.control;

import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.JsonFile;
import io.flavortrend.stack.home.StackProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Talks to the running supervisor. */
public final class ControlClient {
  /** A savepoint of a large job may take a minute. */
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ControlAddress address;

  private ControlClient(ControlAddress address) {
    this.address = address;
  }

  /** A client of that home's supervisor; empty where none runs. */
  public static Optional<ControlClient> find(FlavorHome home) {
    return ControlServer.addressFile(home)
        .read()
        .filter(address -> ProcessHandle.of(address.pid()).isPresent())
        .map(ControlClient::new)
        .filter(ControlClient::answers);
  }

  /**
   * A client of that home's supervisor.
   *
   * @throws StackException when none runs
   */
  public static ControlClient require(FlavorHome home) {
    return find(home)
        .orElseThrow(
            () ->
                new StackException(
                    "Flavor Trend is not running in %s: start it with './flavor up'"
                        .formatted(home.root())));
  }

  /** The supervisor's process id. */
  public long pid() {
    return address.pid();
  }

  /** How everything is, without looking whether the jobs have caught up. */
  public StatusReport status() {
    return status(Duration.ZERO);
  }

  /**
   * How everything is.
   *
   * @param patience how long to wait for the jobs to catch up, whole seconds; zero to not look
   */
  public StatusReport status(Duration patience) {
    byte[] body =
        send(
            request("/status?%s=%d".formatted(ControlServer.WITHIN, patience.toSeconds()))
                .timeout(TIMEOUT.plus(patience))
                .GET()
                .build());
    return JsonFile.MAPPER.readValue(body, StatusReport.class);
  }

  /** Asks the stack to stop; returns before it has. */
  public void stop() {
    send(request("/stop").POST(BodyPublishers.noBody()).build());
  }

  /** Feeds history into the running stack. */
  public void replay(StackProfile.Replay replay) {
    send(
        request("/replay")
            .POST(BodyPublishers.ofByteArray(JsonFile.MAPPER.writeValueAsBytes(replay)))
            .build());
  }

  /** Acts on a job; returns one sentence on what was done. */
  public String job(String name, String verb) {
    byte[] body =
        send(request("/jobs/%s/%s".formatted(name, verb)).POST(BodyPublishers.noBody()).build());
    return JsonFile.MAPPER.readTree(body).path("done").asString();
  }

  private boolean answers() {
    try {
      status();
      return true;
    } catch (StackException e) {
      return false;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d%s".formatted(address.port(), path)))
        .timeout(TIMEOUT)
        .header("Authorization", "Bearer " + address.key());
  }

  private byte[] send(HttpRequest request) {
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new StackException(
            JsonFile.MAPPER.readTree(response.body()).path("error").asString("no reason given"));
      }
      return response.body();
    } catch (IOException e) {
      throw new StackException(
          "The supervisor (pid %d) does not answer: %s".formatted(address.pid(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("Interrupted while the supervisor was asked", e);
    }
  }
}
