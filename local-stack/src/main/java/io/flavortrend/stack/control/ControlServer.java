package io.flavortrend.stack.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flavortrend.stack.StackException;
import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.JsonFile;
import io.flavortrend.stack.home.StackProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The supervisor's door for the command line: loopback HTTP with a key of this run. */
public final class ControlServer implements AutoCloseable {
  /** The parameter of {@code /status}, in seconds. */
  static final String WITHIN = "caught_up_within";

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final JsonFile<ControlAddress> addressFile;
  private final String key;

  /** What the command line can ask for. */
  public interface Actions {
    /**
     * How everything is.
     *
     * @param patience how long to wait for the jobs to catch up; zero to not look
     */
    StatusReport status(Duration patience) throws InterruptedException;

    /** Begins to stop the stack. */
    void stop();

    /** Feeds history into the running stack. */
    void replay(StackProfile.Replay replay);

    /**
     * Acts on a job.
     *
     * @param verb submit, cancel, savepoint or upgrade
     * @return one sentence on what was done
     */
    String job(String name, String verb) throws IOException, InterruptedException;
  }

  private ControlServer(HttpServer server, JsonFile<ControlAddress> addressFile, String key) {
    this.server = server;
    this.addressFile = addressFile;
    this.key = key;
  }

  /** Starts listening and tells where in the home's run folder. */
  public static ControlServer start(FlavorHome home, Actions actions) {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String key = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      JsonFile<ControlAddress> file = addressFile(home);
      ControlServer control = new ControlServer(server, file, key);
      server.createContext("/", exchange -> control.handle(exchange, actions));
      server.setExecutor(control.threads);
      server.start();
      file.write(
          new ControlAddress(ProcessHandle.current().pid(), server.getAddress().getPort(), key));
      return control;
    } catch (IOException e) {
      throw new StackException("The control port cannot be opened: " + e.getMessage(), e);
    }
  }

  static JsonFile<ControlAddress> addressFile(FlavorHome home) {
    return new JsonFile<>(home.run().resolve("supervisor.json"), ControlAddress.class);
  }

  @Override
  public void close() {
    addressFile.delete();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, Actions actions) throws IOException {
    try (exchange) {
      String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!MessageDigest.isEqual(
          authorization.getBytes(StandardCharsets.UTF_8),
          ("Bearer " + key).getBytes(StandardCharsets.UTF_8))) {
        answer(exchange, 401, Map.of("error", "the key is wrong"));
        return;
      }
      try {
        answer(exchange, 200, route(exchange, actions));
      } catch (StackException | IllegalArgumentException | IOException e) {
        answer(exchange, 409, Map.of("error", String.valueOf(e.getMessage())));
      } catch (JacksonException e) {
        answer(exchange, 400, Map.of("error", e.getOriginalMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        answer(exchange, 503, Map.of("error", "the supervisor is stopping"));
      } catch (RuntimeException e) {
        LOG.error("{} failed", exchange.getRequestURI(), e);
        answer(exchange, 500, Map.of("error", String.valueOf(e.getMessage())));
      }
    }
  }

  private static Duration patience(@Nullable String query) {
    return query != null && query.matches(WITHIN + "=\\d{1,4}")
        ? Duration.ofSeconds(Integer.parseInt(query.substring(WITHIN.length() + 1)))
        : Duration.ZERO;
  }

  private static Object route(HttpExchange exchange, Actions actions)
      throws IOException, InterruptedException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/", -1);
    switch (exchange.getRequestMethod() + " " + path[0]) {
      case "GET status":
        return actions.status(patience(exchange.getRequestURI().getQuery()));
      case "POST stop":
        actions.stop();
        return Map.of("done", "stopping");
      case "POST replay":
        actions.replay(
            JsonFile.MAPPER.readValue(
                exchange.getRequestBody().readAllBytes(), StackProfile.Replay.class));
        return Map.of("done", "replay started");
      case "POST jobs":
        if (path.length == 3) {
          return Map.of("done", actions.job(path[1], path[2]));
        }
        break;
      default:
        break;
    }
    throw new IllegalArgumentException("no such request: " + exchange.getRequestURI());
  }

  private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = JsonFile.MAPPER.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
