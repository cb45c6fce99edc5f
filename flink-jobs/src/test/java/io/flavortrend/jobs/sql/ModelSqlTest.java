package io.flavortrend.jobs.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.inference.BaselineEta;
import io.flavortrend.inference.lightgbm.LightGbmBooster;
import io.flavortrend.inference.lightgbm.LightGbmText;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import io.flavortrend.inference.testing.TestPackage;
import io.flavortrend.inference.testing.TinyModels;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements as a user writes them, run by Flink SQL itself. */
class ModelSqlTest {
  private static final List<String> HOUSE = List.of("rooms", "area", "garden", "kind");
  private static final String HOUSE_INPUT =
      "INPUT (rooms INT, area DECIMAL(6, 2), garden BOOLEAN, kind DOUBLE)";
  private static final String VECTOR_COLUMNS =
      EtaVector.names().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  private static final String VECTOR_INPUT =
      EtaVector.names().stream()
          .map(name -> "`%s` DOUBLE".formatted(name))
          .collect(Collectors.joining(", ", "INPUT (", ")"));

  @TempDir private Path folder;
  private TableEnvironment tables;

  @BeforeEach
  void open() {
    tables = TableEnvironment.create(EnvironmentSettings.inBatchMode());
    tables.getConfig().set("parallelism.default", "1");
    tables.executeSql(
        "CREATE TEMPORARY FUNCTION ETA_PREDICT AS '%s'".formatted(EtaPredict.class.getName()));
  }

  @Test
  void mlPredictAsksAnyTextModel() throws IOException, LightGbmTextException {
    String text = TinyModels.trained(HOUSE, List.of(3), Size.TINY, "regression", 3);
    createModel("house", uri("house.txt", text), "", HOUSE_INPUT, "OUTPUT (price DOUBLE)");
    tables.executeSql(
        """
        CREATE TEMPORARY VIEW houses AS SELECT * FROM (VALUES
          (1, 3, CAST(30.25 AS DECIMAL(6, 2)), TRUE, CAST(2 AS DOUBLE)),
          (2, CAST(NULL AS INT), CAST(12.50 AS DECIMAL(6, 2)), FALSE, CAST(NULL AS DOUBLE)))
          AS t (id, r, a, g, k)
        """);

    List<Row> rows =
        rows("SELECT id, price FROM ML_PREDICT(TABLE houses, MODEL house, DESCRIPTOR(r, a, g, k))");

    try (LightGbmBooster booster = LightGbmBooster.open(LightGbmText.of(text))) {
      assertThat(rows)
          .containsExactlyInAnyOrder(
              Row.of(1, booster.predict(new double[] {3, 30.25, 1, 2})),
              Row.of(2, booster.predict(new double[] {Double.NaN, 12.5, 0, Double.NaN})));
    }
  }

  @Test
  void mlPredictAsksAPackageOfThePlatform() {
    URI uri = TestPackage.of("v1").write(folder).toUri();
    String sha256 = TestPackage.sha256(TestPackage.of("v1").bytes());
    createModel(
        "eta",
        uri,
        ", 'sha256' = '%s'".formatted(sha256),
        VECTOR_INPUT,
        "OUTPUT (p90 DOUBLE, minutes DOUBLE)");
    double[] vector = vector();
    vectorView(vector);

    List<Row> rows =
        rows(
            "SELECT minutes, p90 FROM ML_PREDICT(TABLE vectors, MODEL eta, DESCRIPTOR(%s))"
                .formatted(VECTOR_COLUMNS));

    double baseline = BaselineEta.minutes(vector);
    assertThat(rows)
        .containsExactly(Row.of(baseline + TestPackage.POINT, baseline + TestPackage.P90));
  }

  @Test
  void etaPredictAsksAPackage() {
    URI uri = TestPackage.of("v1").write(folder).toUri();
    double[] vector = vector();
    vectorView(vector);
    double baseline = BaselineEta.minutes(vector);

    Row byPlace =
        onlyRow(
            "SELECT eta.minutes, eta.p10, eta.p90, eta.baseline FROM (SELECT ETA_PREDICT('%s',"
                + " CAST(NULL AS STRING), ARRAY[%s]) AS eta FROM vectors)",
            uri, VECTOR_COLUMNS);
    Row byName =
        onlyRow(
            "SELECT eta.minutes FROM (SELECT ETA_PREDICT('%s', CAST(NULL AS STRING),"
                + " MAP['stage', `stage`, 'distance_km', distance_km]) AS eta FROM vectors)",
            uri);

    assertThat(byPlace).isEqualTo(Row.of(baseline + 1, baseline - 3, baseline + 6, baseline));
    assertThat((double) byName.getField(0)).isCloseTo(baseline(vector) + 1, within(1e-9));
  }

  @Test
  void etaPredictAnswersTheBaselineWithoutAPackage() {
    double[] vector = vector();
    vectorView(vector);

    Row row =
        onlyRow(
            "SELECT eta.minutes FROM (SELECT ETA_PREDICT(CAST(NULL AS STRING), CAST(NULL AS"
                + " STRING), ARRAY[%s]) AS eta FROM vectors)",
            VECTOR_COLUMNS);

    assertThat(row).isEqualTo(Row.of(BaselineEta.minutes(vector)));
  }

  @Test
  void refusesColumnsThatAreNoNumbersBeforeAnythingRuns() throws IOException {
    URI house = uri("house.txt", TinyModels.constant(List.of("rooms"), 5));
    createModel("texts", house, "", "INPUT (rooms STRING)", "OUTPUT (price DOUBLE)");
    createModel("whole", house, "", "INPUT (rooms INT)", "OUTPUT (price INT)");
    createModel("typo", house, ", 'sha265' = 'ab'", "INPUT (rooms INT)", "OUTPUT (price DOUBLE)");
    tables.executeSql("CREATE TEMPORARY VIEW given AS SELECT '3' AS t, 3 AS n");
    String ask = "SELECT * FROM ML_PREDICT(TABLE given, MODEL %2$s, DESCRIPTOR(%1$s))";

    assertFails(
        ask.formatted("t", "texts"),
        "Column rooms of the model's INPUT is STRING; allowed are numbers and BOOLEAN");
    assertFails(
        ask.formatted("n", "whole"),
        "Column price of the model's OUTPUT is INT; allowed is DOUBLE");
    assertFails(ask.formatted("n", "typo"), "sha265");
  }

  @Test
  void failsWithTheReasonWhereTheModelCannotBeUsed() throws IOException {
    URI broken = uri("broken.txt", "tree\n");
    createModel("broken", broken, "", "INPUT (rooms INT)", "OUTPUT (price DOUBLE)");

    tables.executeSql("CREATE TEMPORARY VIEW given AS SELECT 3 AS n");

    assertFails(
        "SELECT * FROM ML_PREDICT(TABLE given, MODEL broken, DESCRIPTOR(n))",
        "The model ends early");
  }

  private void assertFails(String sql, String sentence) {
    assertThatThrownBy(() -> rows(sql)).hasStackTraceContaining(sentence);
  }

  private void createModel(String name, URI uri, String options, String input, String output) {
    tables.executeSql(
        "CREATE TEMPORARY MODEL %s %s %s WITH ('provider' = 'lightgbm', 'uri' = '%s'%s)"
            .formatted(name, input, output, uri, options));
  }

  private URI uri(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toUri();
  }

  private static double[] vector() {
    double[] vector = TinyModels.rows(EtaVector.size(), List.of(), 1, 7)[0];
    vector[EtaVector.index("stage")] = 2;
    return vector;
  }

  /** Of a vector of which only stage and distance are known. */
  private static double baseline(double[] vector) {
    double[] known = new double[EtaVector.size()];
    Arrays.fill(known, Double.NaN);
    for (String name : List.of("stage", "distance_km")) {
      known[EtaVector.index(name)] = vector[EtaVector.index(name)];
    }
    return BaselineEta.minutes(known);
  }

  private void vectorView(double[] vector) {
    List<String> values = new ArrayList<>();
    for (double value : vector) {
      values.add("CAST(%s AS DOUBLE)".formatted(Double.isNaN(value) ? "NULL" : "'" + value + "'"));
    }
    tables.executeSql(
        "CREATE TEMPORARY VIEW vectors AS SELECT * FROM (VALUES (%s)) AS t (%s)"
            .formatted(String.join(", ", values), VECTOR_COLUMNS));
  }

  private Row onlyRow(String sql, Object... arguments) {
    List<Row> rows = rows(sql.formatted(arguments));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private List<Row> rows(String sql) {
    List<Row> rows = new ArrayList<>();
    try (CloseableIterator<Row> results = tables.executeSql(sql).collect()) {
      results.forEachRemaining(rows::add);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The results cannot be closed", e);
    }
    return rows;
  }
}
