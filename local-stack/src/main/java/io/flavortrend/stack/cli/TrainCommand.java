package io.flavortrend.stack.cli;

import io.flavortrend.access.Role;
import io.flavortrend.stack.StackException;
import io.flavortrend.stack.control.ControlClient;
import io.flavortrend.stack.database.ReadOnlyDatabase;
import io.flavortrend.stack.home.JsonFile;
import io.flavortrend.stack.train.ModelRegistry;
import io.flavortrend.stack.train.PythonEnvironment;
import io.flavortrend.stack.train.TrainingExamples;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Trains a model: of the platform's own predictions and what came of them, or of any table. */
@Command(
    name = "train",
    description =
        "Trains a model on what the platform has predicted and what came of it, registers it and, when it is better, promotes it; with --data on any table of deliveries.",
    mixinStandardHelpOptions = true)
public final class TrainCommand implements Callable<Integer> {
  private static final DateTimeFormatter VERSION =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  @Spec private CommandLine.Model.CommandSpec spec;

  @Option(names = "--data", paramLabel = "FILE", description = "Train on the rows of this CSV.")
  private @Nullable Path data;

  @Option(names = "--mapping", paramLabel = "FILE", description = "What its columns mean (YAML).")
  private @Nullable Path mapping;

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "50",
      description = "Trials of the search for parameters. Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Seed of everything random. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "Where to write the results.")
  private @Nullable Path json;

  @Option(
      names = "--tracking-uri",
      paramLabel = "URI",
      description = "MLflow server; by default a file in FLAVOR_HOME.")
  private @Nullable String trackingUri;

  @Option(
      names = "--model-version",
      paramLabel = "V",
      description = "Name of the model; by default the time.")
  private @Nullable String modelVersion;

  @Option(
      names = "--champion",
      paramLabel = "FILE",
      description = "Package to beat; by default the platform's champion.")
  private @Nullable Path champion;

  @Option(
      names = "--no-register",
      description = "Only train: leave the package in FLAVOR_HOME/models.")
  private boolean noRegister;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  public TrainCommand() {}

  @Override
  public Integer call() {
    if (trials < 1) {
      throw new StackException("--trials is '%d': allowed is 1 or more".formatted(trials));
    }
    Workplace workplace = Workplace.here();
    workplace.home().create();
    PythonEnvironment python =
        new PythonEnvironment(
            workplace.installation().project().resolve("ml-training"),
            workplace.home().root().resolve("python/ml-training"),
            this::say);
    if (data != null) {
      table(workplace, python, data);
    } else {
      eta(workplace, python);
    }
    return 0;
  }

  private void table(Workplace workplace, PythonEnvironment python, Path rows) {
    if (mapping == null) {
      throw new StackException(
          "--data needs --mapping FILE, which says what the columns of %s mean".formatted(rows));
    }
    Path out = run(workplace, "table");
    python.run(
        with(
            out,
            List.of(
                "table",
                "--data",
                rows.toAbsolutePath().toString(),
                "--mapping",
                mapping.toAbsolutePath().toString())));
    say("Results: " + out);
  }

  private void eta(Workplace workplace, PythonEnvironment python) {
    if (mapping != null) {
      throw new StackException("--mapping needs --data FILE");
    }
    ControlClient.require(workplace.home());
    Path out = run(workplace, "eta");
    Path examples = out.resolve("examples.csv.gz");
    export(workplace, examples);
    ModelRegistry registry =
        new ModelRegistry(
            workplace.stack().url(workplace.stack().webapi()),
            LocalToken.sign(workplace, Role.ADMIN, Duration.ofHours(12)));
    List<String> arguments =
        new ArrayList<>(List.of("eta", "--examples", examples.toString(), "--model-version"));
    String version =
        modelVersion == null ? VERSION.format(Clock.systemUTC().instant()) : modelVersion;
    arguments.add(version);
    (champion == null ? standing(workplace, registry) : Optional.of(champion.toAbsolutePath()))
        .ifPresent(file -> arguments.addAll(List.of("--champion", file.toString())));
    Path result = json == null ? out.resolve("result.json") : json.toAbsolutePath();
    python.run(with(out, arguments));
    JsonNode trained = read(result);
    Path file = keep(workplace, Path.of(trained.path("package").asString()), version);
    if (noRegister) {
      say("Not registered: " + file);
      return;
    }
    registry.register(file.toUri(), trained.path("sha256").asString(), "trained");
    String role = trained.path("promote").asBoolean() ? "champion" : "challenger";
    registry.promote(version, role);
    say("Model %s is %s: %s".formatted(version, role, trained.path("why").asString()));
  }

  private void export(Workplace workplace, Path file) {
    try (Connection connection =
        new ReadOnlyDatabase(workplace.stack(), workplace.home()).connect()) {
      long rows =
          new TrainingExamples(
                  connection,
                  workplace
                      .installation()
                      .project()
                      .resolve("ml-training/src/flavor_training/eta_vector.json"))
              .write(file);
      say("%d examples from analytics.training_examples".formatted(rows));
    } catch (SQLException e) {
      throw new StackException("PostgreSQL says: " + e.getMessage(), e);
    }
  }

  /** The champion's package; empty where the baseline answers. */
  private static Optional<Path> standing(Workplace workplace, ModelRegistry registry) {
    for (JsonNode version : registry.versions().path("items")) {
      if (version.path("role").asString("").equals("champion")) {
        return Optional.of(file(workplace, URI.create(version.path("package_uri").asString())));
      }
    }
    return Optional.empty();
  }

  private static Path file(Workplace workplace, URI packageUri) {
    Path bundled = workplace.installation().project().resolve("ml-inference/src/main/resources");
    @Nullable Path file =
        switch (packageUri.getScheme()) {
          case "file" -> Path.of(packageUri);
          case "classpath" -> bundled.resolve(packageUri.getPath().substring(1));
          default -> null;
        };
    if (file == null || !Files.exists(file)) {
      throw new StackException(
          "The champion's package %s is not on this machine: name a copy with --champion FILE"
              .formatted(packageUri));
    }
    return file;
  }

  private List<String> with(Path out, List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(
        List.of(
            "--out",
            out.toString(),
            "--trials",
            Integer.toString(trials),
            "--seed",
            Long.toString(seed),
            "--json",
            (json == null ? out.resolve("result.json") : json.toAbsolutePath()).toString()));
    if (trackingUri != null) {
      all.addAll(List.of("--tracking-uri", trackingUri));
    }
    return all;
  }

  private static Path run(Workplace workplace, String kind) {
    Path out =
        workplace
            .home()
            .root()
            .resolve("training")
            .resolve(kind + "-" + VERSION.format(Clock.systemUTC().instant()));
    try {
      return Files.createDirectories(out);
    } catch (IOException e) {
      throw new StackException("%s cannot be made: %s".formatted(out, e.getMessage()), e);
    }
  }

  private static Path keep(Workplace workplace, Path trained, String version) {
    try {
      Path kept = workplace.home().models().resolve(version + ".zip");
      return Files.copy(trained, kept, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StackException("%s cannot be kept: %s".formatted(trained, e.getMessage()), e);
    }
  }

  private static JsonNode read(Path result) {
    try {
      return JsonFile.MAPPER.readTree(Files.readAllBytes(result));
    } catch (IOException | JacksonException e) {
      throw new StackException("%s cannot be read".formatted(result), e);
    }
  }

  private void say(String line) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(line);
    out.flush();
  }
}
