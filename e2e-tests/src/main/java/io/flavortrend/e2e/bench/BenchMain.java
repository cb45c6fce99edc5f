package io.flavortrend.e2e.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ./flavor bench NAME [--json [FILE]]}. */
public final class BenchMain {
  private static final List<Bench> BENCHES =
      List.of(
          new StartBench(),
          new CdcBench(),
          new LatencyBench(),
          new ThroughputBench(),
          new FeaturesBench(),
          new SlaBench(),
          new PredictionsBench(),
          new QualityBench(),
          new BacklogBench(),
          new StateBench(),
          new PredictBench(),
          new SwapBench(),
          new MemoryBench(),
          new CaptureBench());

  private BenchMain() {}

  /**
   * Exit code 0: measured (whether the bars were met is in the report); 1: could not be measured;
   * 2: wrong usage.
   *
   * @param arguments NAME, and {@code --json} with or without a file
   */
  public static void main(String[] arguments) throws Exception {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) throws Exception {
    int flag = arguments.indexOf("--json");
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    List<Bench> chosen =
        BENCHES.stream().filter(bench -> name.equals("all") || name.equals(bench.name())).toList();
    boolean usable =
        !chosen.isEmpty()
            && (flag < 0 ? arguments.size() == 1 : flag == 1 && arguments.size() <= 3);
    if (!usable) {
      System.err.printf(
          "Usage: flavor bench NAME [--json [FILE]]; NAME is one of %s, all%n",
          BENCHES.stream().map(Bench::name).collect(Collectors.joining(", ")));
      return 2;
    }
    Path project = Path.of(System.getenv().getOrDefault("FLAVOR_PROJECT", "")).toAbsolutePath();
    List<BenchResult> results = new ArrayList<>();
    for (Bench bench : chosen) {
      try (BenchStacks stacks = new BenchStacks()) {
        results.addAll(bench.run(stacks));
      }
    }
    BenchReport report = BenchReport.of(project, results);
    if (flag == 1 && arguments.size() == 2) {
      System.out.println(report.json());
    } else {
      System.out.print(report.table());
    }
    if (arguments.size() == 3) {
      Files.writeString(Path.of(arguments.get(2)), report.json() + "\n");
    }
    return 0;
  }
}
