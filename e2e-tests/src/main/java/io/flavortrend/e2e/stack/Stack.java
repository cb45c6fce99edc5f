package io.flavortrend.e2e.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stack of its own: ports that nobody uses, a FLAVOR_HOME that nobody shares, started and asked
 * by the {@code flavor} command. Thread-safe.
 */
public final class Stack implements AutoCloseable {
  private static final List<String> PORTS =
      List.of(
          "FLAVOR_POSTGRES_PORT",
          "FLAVOR_KAFKA_PORT",
          "FLAVOR_KAFKA_CONTROLLER_PORT",
          "FLAVOR_CONNECT_PORT",
          "FLAVOR_FLINK_PORT",
          "FLAVOR_FLINK_RPC_PORT",
          "FLAVOR_WEBAPI_PORT",
          "FLAVOR_NOTIFIER_PORT",
          "FLAVOR_GENERATOR_PORT");

  /** Two cores may be shared with other work; a healthy stack takes a fraction of these. */
  private static final Duration UP = Duration.ofMinutes(6);

  /** How long one look waits for the jobs: two rounds of checkpoints, also on a slow machine. */
  private static final Duration CAUGHT_UP = Duration.ofSeconds(30);

  private static final Duration COMMAND = Duration.ofMinutes(3);
  private static final Pattern LINK = Pattern.compile("http\\S+/sign-in\\?link=\\S+");

  private final Path project;
  private final Path home;
  private final Map<String, String> environment;

  private Stack(Path project, Path home, Map<String, String> environment) {
    this.project = project;
    this.home = home;
    this.environment = environment;
  }

  /**
   * A stack that is not started yet.
   *
   * @param settings on top of free ports and an own home; may name {@code FLAVOR_HOME}
   */
  public static Stack prepare(Map<String, String> settings) {
    Path project = projectFolder();
    Map<String, String> environment = new HashMap<>(FreePorts.of(PORTS));
    environment.put("FLAVOR_PROJECT", project.toString());
    environment.putAll(settings);
    Path home =
        environment.containsKey("FLAVOR_HOME")
            ? Path.of(environment.get("FLAVOR_HOME"))
            : temporaryHome();
    environment.put("FLAVOR_HOME", home.toString());
    return new Stack(project, home, Map.copyOf(environment));
  }

  /**
   * Starts a stack and returns when it is ready.
   *
   * @param settings on top of free ports and an own home
   * @param upArguments options of {@code up}, {@code --detach} aside
   * @throws StackFailure when it does not become ready
   */
  public static Stack start(Map<String, String> settings, List<String> upArguments) {
    Stack stack = prepare(settings);
    try {
      stack.up(upArguments).orThrow();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** The project's folder: the property {@code e2e.project}, else FLAVOR_PROJECT, else here. */
  public static Path projectFolder() {
    String named = System.getProperty("e2e.project", System.getenv("FLAVOR_PROJECT"));
    return Path.of(named == null ? "." : named).toAbsolutePath().normalize();
  }

  /** Runs {@code up --detach}. */
  public CommandResult up(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("up", "--detach"));
    all.addAll(arguments);
    return flavor(UP, all.toArray(String[]::new));
  }

  /** Runs the {@code flavor} command; whatever its exit code is. */
  public CommandResult flavor(String... arguments) {
    return flavor(COMMAND, arguments);
  }

  private CommandResult flavor(Duration patience, String... arguments) {
    return Commands.run(command(arguments), environment, patience);
  }

  /** The command line that the {@code flavor} script would run, without its check for a build. */
  public List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx128m",
                "-jar",
                project.resolve("local-stack/target/local-stack.jar").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** How everything is, without looking whether the jobs have caught up. */
  public StackStatus status() {
    return status(Duration.ZERO);
  }

  /**
   * How everything is.
   *
   * @param patience how long to wait for the jobs to catch up, where they are not fed any more
   */
  public StackStatus status(Duration patience) {
    String within = Long.toString(patience.toSeconds());
    return Json.MAPPER.readValue(
        flavor("status", "--json", "--within", within).orThrow().out(), StackStatus.class);
  }

  /** Returns when the stack is ready; the status that says so. */
  public StackStatus awaitReady(Duration patience) {
    return await("ready", patience, StackStatus::ready);
  }

  /** Returns when every job has processed all that is committed; the status that says so. */
  public StackStatus awaitCaughtUp(Duration patience) {
    return await("caught up", patience, CAUGHT_UP, StackStatus::caughtUp);
  }

  /** Asks for the status until it fits. */
  public StackStatus await(
      String what, Duration patience, java.util.function.Predicate<StackStatus> fits) {
    return await(what, patience, Duration.ZERO, fits);
  }

  private StackStatus await(
      String what,
      Duration patience,
      Duration caughtUpWithin,
      java.util.function.Predicate<StackStatus> fits) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      StackStatus status = status(caughtUpWithin);
      if (fits.test(status)) {
        return status;
      }
      if (System.nanoTime() > deadline) {
        throw new StackFailure(
            "Not %s within %d s: %s".formatted(what, patience.toSeconds(), status));
      }
      pause();
    }
  }

  /** A bearer token of that role: viewer, operator or admin. */
  public String token(String role) {
    return flavor("token", "--role", role).orThrow().out().strip();
  }

  /** A fresh one-time sign-in link, as {@code up} on a running stack prints it. */
  public String signInLink() {
    Matcher link = LINK.matcher(flavor("up", "--detach").orThrow().out());
    if (!link.find()) {
      throw new StackFailure("'up' printed no sign-in link");
    }
    return link.group();
  }

  /** REST of webapi as that role; null sends no token. */
  public RestClient rest(@Nullable String role) {
    return new RestClient(webapiUrl() + "/api/v1", role == null ? null : token(role));
  }

  /** Address of webapi and dashboard. */
  public String webapiUrl() {
    return url("FLAVOR_WEBAPI_PORT");
  }

  /** Address of the notifier. */
  public String notifierUrl() {
    return url("FLAVOR_NOTIFIER_PORT");
  }

  /** Address of Kafka Connect. */
  public String connectUrl() {
    return url("FLAVOR_CONNECT_PORT");
  }

  /** Address of Flink's REST. */
  public String flinkUrl() {
    return url("FLAVOR_FLINK_PORT");
  }

  /** Address of the generator's control API. */
  public String generatorUrl() {
    return url("FLAVOR_GENERATOR_PORT");
  }

  /** Kafka's address. */
  public String kafkaBootstrap() {
    return "127.0.0.1:" + port("FLAVOR_KAFKA_PORT");
  }

  /** The database's JDBC address. */
  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/flavor".formatted(port("FLAVOR_POSTGRES_PORT"));
  }

  /** A connection of the read-only role. */
  public Connection jdbc() throws SQLException {
    return jdbc("flavor_read");
  }

  /** A connection of that role, by the secret in the home. */
  public Connection jdbc(String role) throws SQLException {
    return DriverManager.getConnection(jdbcUrl(), role, secret(role + ".password"));
  }

  /** A secret of the stack. */
  public String secret(String name) {
    try {
      return Files.readString(home.resolve("secrets").resolve(name)).strip();
    } catch (IOException e) {
      throw new StackFailure("The secret %s cannot be read".formatted(name), e);
    }
  }

  /** A component's process id. */
  public long pid(String component) {
    return status().components().stream()
        .filter(c -> c.name().equals(component))
        .map(StackStatus.Component::pid)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> new StackFailure("%s does not run".formatted(component)));
  }

  /** The supervisor's process id. */
  public long supervisorPid() {
    try {
      return Json.MAPPER
          .readTree(Files.readString(home.resolve("run/supervisor.json")))
          .path("pid")
          .asLong();
    } catch (IOException e) {
      throw new StackFailure("No supervisor runs in %s".formatted(home), e);
    }
  }

  /** Sends a signal to a component: KILL, TERM, STOP or CONT. Returns the process id. */
  public long kill(String component, String signal) {
    long pid = pid(component);
    signal(pid, signal);
    return pid;
  }

  /** Sends a signal to a process. */
  public static void signal(long pid, String signal) {
    Commands.run(
            List.of("kill", "-" + signal, Long.toString(pid)), Map.of(), Duration.ofSeconds(10))
        .orThrow();
  }

  /** All processes that belong to this home, the supervisor among them. */
  public List<ProcessHandle> processes() {
    return StackProcesses.of(home);
  }

  /** Stops everything in order. */
  public CommandResult down(String... options) {
    List<String> arguments = new ArrayList<>(List.of("down"));
    arguments.addAll(List.of(options));
    return flavor(arguments.toArray(String[]::new));
  }

  /** The stack's folder. */
  public Path home() {
    return home;
  }

  /** The settings under which it runs. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Stops the stack if it runs, kills what is left, and removes a home that was made here. */
  @Override
  public void close() {
    if (Files.isDirectory(home.resolve("run"))) {
      try {
        down();
      } finally {
        processes().forEach(ProcessHandle::destroyForcibly);
        awaitTrue(() -> processes().isEmpty(), Duration.ofSeconds(20));
      }
    }
    if (home.getFileName().toString().startsWith("flavor-e2e-")) {
      // Logs are what a failed run is understood by.
      KeptLogs.keep(home, project.resolve("e2e-tests/target/stack-logs"));
    }
  }

  private static boolean awaitTrue(BooleanSupplier condition, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      pause();
    }
    return true;
  }

  /** A look is a process of its own: without a pause looking slows down what is looked at. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted", e);
    }
  }

  private static Path temporaryHome() {
    try {
      return Files.createTempDirectory("flavor-e2e-");
    } catch (IOException e) {
      throw new StackFailure("No temporary folder can be made", e);
    }
  }

  private String url(String setting) {
    return "http://127.0.0.1:" + port(setting);
  }

  /** The port under that setting, such as {@code FLAVOR_KAFKA_PORT}. */
  public int port(String setting) {
    String port = environment.get(setting);
    if (port == null) {
      throw new StackFailure("%s is not set".formatted(setting));
    }
    return Integer.parseInt(port);
  }
}
