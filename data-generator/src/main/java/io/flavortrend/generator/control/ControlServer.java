package io.flavortrend.generator.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.flavortrend.access.AccessTokens;
import io.flavortrend.access.InvalidTokenException;
import io.flavortrend.access.Role;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.generator.live.LiveRun;
import io.flavortrend.generator.live.Status;
import io.flavortrend.generator.simulation.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The control API. {@code GET /health} is open; {@code GET /status} needs a viewer's token, {@code
 * POST /start}, {@code /stop} and {@code /rate} an operator's, and answer with the new status; for
 * {@code /scenarios} see {@link ScenarioRoutes}, for {@code /roads} see {@link RoadRoutes}.
 */
public final class ControlServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final int LARGEST_BODY = 10_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2, ControlServer::thread);
  private final LiveRun run;
  private final AccessTokens tokens;
  private final ScenarioRoutes scenarios;
  private final RoadRoutes roads;

  /**
   * Binds and serves.
   *
   * @param address where to listen; port 0 takes a free one
   * @throws IOException when the address cannot be bound
   */
  public ControlServer(InetSocketAddress address, LiveRun run, AccessTokens tokens)
      throws IOException {
    this.run = run;
    this.tokens = tokens;
    this.scenarios = new ScenarioRoutes(run);
    this.roads = new RoadRoutes(run);
    this.server = HttpServer.create(address, 16);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** The port it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      respond(exchange, exchange.getRequestURI().getPath());
    }
  }

  private void respond(HttpExchange exchange, String path) throws IOException {
    try {
      Object answer = answer(exchange, path);
      boolean healthy = !(answer instanceof Map<?, ?> map) || !"down".equals(map.get("status"));
      send(exchange, healthy ? 200 : 503, "application/json", answer);
    } catch (Problem e) {
      if (e.status() == 401) {
        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      }
      send(exchange, e.status(), "application/problem+json", e.body(path));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), path, e);
      Problem problem = new Problem(500, "Internal error", "See the generator's log");
      send(exchange, 500, "application/problem+json", problem.body(path));
    }
  }

  private Object answer(HttpExchange exchange, String path) throws Problem, IOException {
    if (path.startsWith(ScenarioRoutes.PATH + "/")) {
      method(exchange, ScenarioRoutes.stopMethod(path));
      authorize(exchange, Role.OPERATOR);
      return scenarios.stop(path);
    }
    if (path.startsWith(RoadRoutes.PATH)) {
      method(exchange, "GET");
      authorize(exchange, Role.VIEWER);
      return roads.of(path);
    }
    switch (path) {
      case "/health" -> {
        method(exchange, "GET");
        Throwable failure = run.failure();
        return failure == null
            ? Map.of("status", "up")
            : Map.of("status", "down", "reason", String.valueOf(failure.getMessage()));
      }
      case "/status" -> {
        method(exchange, "GET");
        authorize(exchange, Role.VIEWER);
      }
      case "/start" -> {
        method(exchange, "POST");
        authorize(exchange, Role.OPERATOR);
        run.start();
      }
      case "/stop" -> {
        method(exchange, "POST");
        authorize(exchange, Role.OPERATOR);
        run.stop();
      }
      case "/rate" -> {
        method(exchange, "POST");
        authorize(exchange, Role.OPERATOR);
        run.pace(RateRequest.read(body(exchange), currentPace()));
      }
      case ScenarioRoutes.PATH -> {
        method(exchange, "GET", "POST");
        if (exchange.getRequestMethod().equals("GET")) {
          authorize(exchange, Role.VIEWER);
          return scenarios.list();
        }
        authorize(exchange, Role.OPERATOR);
        return scenarios.start(body(exchange));
      }
      default ->
          throw new Problem(
              404,
              "Not found",
              "There are /health, /status, /start, /stop, /rate, /scenarios and /roads/CITY");
    }
    return run.status();
  }

  private Pace currentPace() {
    Status status = run.status();
    return new Pace(
        status.ordersPerSecond().target(),
        status.profile().constant(),
        status.profile().lifecycleSeconds());
  }

  private static void method(HttpExchange exchange, String... allowed) throws Problem {
    if (!List.of(allowed).contains(exchange.getRequestMethod())) {
      String methods = String.join(", ", allowed);
      exchange.getResponseHeaders().set("Allow", methods);
      throw new Problem(405, "Method not allowed", "Allowed is " + methods);
    }
  }

  private void authorize(HttpExchange exchange, Role required) throws Problem {
    @Nullable String header = exchange.getRequestHeaders().getFirst("Authorization");
    if (header == null || !header.startsWith("Bearer ")) {
      throw new Problem(401, "Unauthorized", "A bearer token is needed: ./flavor token prints one");
    }
    try {
      Role role = tokens.verify(header.substring("Bearer ".length()).strip()).role();
      if (!role.covers(required)) {
        throw new Problem(403, "Forbidden", "The role %s is needed".formatted(required.code()));
      }
    } catch (InvalidTokenException e) {
      throw new Problem(401, "Unauthorized", String.valueOf(e.getMessage()));
    }
  }

  private static JsonNode body(HttpExchange exchange) throws IOException, Problem {
    try (InputStream in = exchange.getRequestBody()) {
      return Json.mapper().readTree(in.readNBytes(LARGEST_BODY));
    } catch (JacksonException e) {
      throw Problem.badRequest("The body is not JSON: " + e.getOriginalMessage());
    }
  }

  private static void send(HttpExchange exchange, int status, String type, Object body)
      throws IOException {
    byte[] bytes = Json.mapper().writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "control");
    thread.setDaemon(true);
    return thread;
  }
}
