package io.flavortrend.webapi.modelhealth;

import io.flavortrend.contracts.values.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a stage's predictions are, against what the champion's training showed on rows that it had
 * not seen.
 *
 * @param count outcomes
 * @param maeMinutes observed; null without outcomes, as coverage
 * @param expectedMaeMinutes null where the package does not tell, as the coverage
 * @param maeStatus null where too little is known, as of the coverage
 */
record Expectation(
    String stage,
    long count,
    @Nullable Double maeMinutes,
    @Nullable Double expectedMaeMinutes,
    @Nullable Status maeStatus,
    @Nullable Double coverage,
    @Nullable Double expectedCoverage,
    @Nullable Status coverageStatus) {

  /**
   * Compares each stage.
   *
   * @param metrics of the champion's package; missing without champion
   * @param byStage what was observed
   */
  static List<Expectation> of(JsonNode metrics, List<Performance> byStage, HealthConfig config) {
    Map<String, Performance> observed =
        byStage.stream().collect(Collectors.toMap(Performance::key, Function.identity()));
    JsonNode expected = metrics.path("test").path("by_stage");
    return Arrays.stream(Stage.values())
        .map(
            stage ->
                of(stage.code(), expected.path(stage.code()), observed.get(stage.code()), config))
        .toList();
  }

  private static Expectation of(
      String stage, JsonNode expected, @Nullable Performance found, HealthConfig config) {
    Double expectedMae = number(expected.path("mae"));
    Double expectedCoverage = number(expected.path("coverage"));
    if (found == null) {
      return new Expectation(stage, 0, null, expectedMae, null, null, expectedCoverage, null);
    }
    boolean enough = found.count() >= config.fewestOutcomes();
    return new Expectation(
        stage,
        found.count(),
        found.maeMinutes(),
        expectedMae,
        enough && expectedMae != null && expectedMae > 0
            ? config.mae().judge(found.maeMinutes() / expectedMae)
            : null,
        found.coverage(),
        expectedCoverage,
        enough && expectedCoverage != null
            ? config.coverage().judge(Math.abs(found.coverage() - expectedCoverage))
            : null);
  }

  private static @Nullable Double number(JsonNode json) {
    return json.isNumber() ? json.doubleValue() : null;
  }
}
