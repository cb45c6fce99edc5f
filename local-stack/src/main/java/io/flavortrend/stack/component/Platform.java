package io.flavortrend.stack.component;

import io.flavortrend.stack.home.FlavorHome;
import io.flavortrend.stack.home.StackProfile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All components of a stack, in the order in which they are shown: the one place that knows who
 * waits for whom.
 */
public final class Platform {
  /** Name of the component that feeds history. */
  public static final String REPLAY = "replay";

  /** The notifier reads back what it missed: where all restart at once, that takes its time. */
  private static final Duration SERVICE_PATIENCE = Duration.ofMinutes(3);

  private static final List<String> SMALL_JVM =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx192m");

  private final StackSettings settings;
  private final FlavorHome home;
  private final Installation installation;

  /** Describes nothing yet: see {@link #components(StackProfile)}. */
  public Platform(StackSettings settings, FlavorHome home, Installation installation) {
    this.settings = settings;
    this.home = home;
    this.installation = installation;
  }

  /** The components of a stack with that profile. */
  public List<Component> components(StackProfile profile) {
    Map<String, String> environment = environment(profile);
    List<Component> components = new ArrayList<>();
    components.add(new PostgresServer(settings, home, installation).component());
    components.add(new KafkaBroker(settings, home, installation).component());
    components.add(
        Component.step("init-db")
            .after("postgres")
            .command(smallJar("init-db"))
            .environment(environment)
            .tellsWrongSettings()
            .build());
    components.add(
        Component.step("topics")
            .after("kafka")
            .command(smallJvm())
            .command(
                List.of(
                    "-cp",
                    installation.jar("contracts")
                        + ":"
                        + installation.project().resolve("contracts/target/lib")
                        + "/*",
                    "io.flavortrend.contracts.topics.ApplyTopics"))
            .environment(environment)
            .tellsWrongSettings()
            .build());
    components.add(new ConnectWorker(settings, home, installation, environment).component());
    components.add(
        Component.step("connector")
            .after("connect", "init-db", "topics")
            .command(smallJar("debezium"))
            .environment(environment)
            .tellsWrongSettings()
            .build());
    FlinkCluster flink = new FlinkCluster(settings, home, installation, environment);
    components.add(flink.jobManager());
    components.add(flink.taskManager());
    components.add(service("webapi", settings.webapi(), "/api/v1/health/ready", environment, 256));
    components.add(service("notifier", settings.notifier(), "/health/ready", environment, 256));
    if (profile.generator()) {
      components.add(service("generator", settings.generator(), "/health", environment, 256));
    }
    if (profile.replay() != null) {
      components.add(replay(profile.replay(), environment));
    }
    if (profile.simulation() != null) {
      components.add(simulation(profile.simulation(), environment));
    }
    return components;
  }

  /** The component that feeds history into a running stack. */
  public Component replay(StackProfile.Replay replay, StackProfile profile) {
    return replay(replay, environment(profile));
  }

  /** Where the replay says how far it is. */
  public Path replayProgress() {
    return home.state().resolve("replay-progress.json");
  }

  /** What the child processes get on top of the supervisor's own environment. */
  public Map<String, String> environment(StackProfile profile) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("FLAVOR_HOME", home.root().toString());
    environment.put("FLAVOR_SECRETS_DIR", home.secrets().toString());
    environment.put("FLAVOR_MODELS_DIR", home.models().toString());
    environment.put("FLAVOR_TIME_DOMAIN", profile.timeDomain().code());
    environment.put("FLAVOR_BIND_ADDRESS", settings.bindAddress());
    environment.put("FLAVOR_POSTGRES_HOST", settings.host());
    environment.put("FLAVOR_POSTGRES_DATABASE", "flavor");
    if (profile.simulation() != null) {
      environment.put("FLAVOR_MARKETPLACE", "true");
    }
    settings.ports().forEach((key, port) -> environment.put(key, Integer.toString(port)));
    environment.put("FLAVOR_KAFKA_BOOTSTRAP", settings.kafkaBootstrap());
    environment.put("FLAVOR_CONNECT_URL", settings.url(settings.connect()));
    environment.put("FLAVOR_FLINK_URL", settings.url(settings.flink()));
    environment.put("FLAVOR_NOTIFIER_URL", settings.url(settings.notifier()));
    environment.put("FLAVOR_GENERATOR_URL", settings.url(settings.generator()));
    environment.putIfAbsent(
        "FLAVOR_ALLOWED_ORIGINS",
        System.getenv()
            .getOrDefault(
                "FLAVOR_ALLOWED_ORIGINS",
                "http://localhost:%1$d,http://127.0.0.1:%1$d".formatted(settings.webapi())));
    return environment;
  }

  private Component service(
      String name, int port, String healthPath, Map<String, String> environment, int heapMb) {
    String module = name.equals("generator") ? "data-generator" : name;
    String url = settings.url(port);
    return Component.service(name)
        .after(name.equals("notifier") ? "topics" : "init-db")
        .command(Installation.java("-XX:+UseSerialGC", "-Xms64m", "-Xmx%dm".formatted(heapMb)))
        .command(List.of("-jar", installation.jar(module).toString()))
        .environment(environment)
        .tellsWrongSettings()
        .address(port, url)
        .health(Health.http(url + healthPath))
        .liveness(Health.responds(url + healthPath))
        .patience(SERVICE_PATIENCE)
        .build();
  }

  private Component replay(StackProfile.Replay replay, Map<String, String> environment) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-cp",
                installation.jar("data-generator").toString(),
                "io.flavortrend.generator.replay.ReplayMain",
                "--file",
                replay.file(),
                "--mapping",
                replay.mapping(),
                "--speed",
                Double.toString(replay.speed()),
                "--rejects",
                home.state().resolve("replay-rejects.csv").toString(),
                "--progress",
                replayProgress().toString()));
    if (replay.rebase()) {
      arguments.add("--rebase");
    }
    return history(arguments, environment);
  }

  private Component simulation(
      StackProfile.Simulation simulation, Map<String, String> environment) {
    return history(
        List.of(
            "-cp",
            installation.jar("data-generator").toString(),
            "io.flavortrend.generator.history.SimulateMain",
            "--days",
            Double.toString(simulation.days()),
            "--from",
            simulation.from(),
            "--rate",
            Double.toString(simulation.ordersPerSecond()),
            "--seed",
            Long.toString(simulation.seed()),
            "--progress",
            replayProgress().toString()),
        environment);
  }

  private static Component history(List<String> arguments, Map<String, String> environment) {
    return Component.step(REPLAY)
        // The first event must be captured as a change, not read by the connector's snapshot.
        .after("connector")
        .command(Installation.java("-XX:+UseSerialGC", "-Xmx384m"))
        .command(arguments)
        .environment(environment)
        .tellsWrongSettings()
        .build();
  }

  private List<String> smallJar(String module) {
    List<String> command = smallJvm();
    command.add("-jar");
    command.add(installation.jar(module).toString());
    return command;
  }

  private static List<String> smallJvm() {
    return Installation.java(SMALL_JVM.toArray(String[]::new));
  }
}
