package io.flavortrend.jobs.etaprediction;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.jobs.etaprediction.NaivePredictions.Key;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.features.FeatureRecord;
import io.flavortrend.jobs.sql.EtaPredict;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.FeatureVersions;
import io.flavortrend.jobs.testing.Listed;
import io.flavortrend.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.Schema;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.connector.ChangelogMode;
import org.apache.flink.types.Row;
import org.apache.flink.types.RowKind;
import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The job gives in the log domain what {@code eta-prediction.sql} says, run by Flink SQL itself.
 */
class SqlSpecificationTest {
  private static final DeadLetter BROKEN =
      new DeadLetter(1, "t", 0, 0, "eta-prediction", Reason.MALFORMED, "oops", "", Instant.EPOCH);
  private static final int ORDERS = 12_000;
  private static final int EVENTS = 100_000;

  @TempDir private Path checkpoints;

  /** What must be the same of a prediction. */
  private record Answer(
      @Nullable Long restaurant,
      @Nullable Long courier,
      @Nullable Long city,
      Map<String, @Nullable Double> vector,
      List<Double> eta) {}

  @AfterEach
  void forget() {
    Listed.forget();
  }

  @Test
  void theJobEqualsItsSpecification() throws Exception {
    RandomWorld world = new RandomWorld(11, ORDERS);
    Map<FeatureEntity, List<FeatureRecord>> features = new EnumMap<>(FeatureEntity.class);
    int events = world.orders().size();
    for (FeatureEntity entity : FeatureEntity.values()) {
      features.put(entity, world.features(entity, BROKEN));
      events += FeatureVersions.of(features.get(entity)).size();
    }
    assertThat(events).isGreaterThan(EVENTS);

    Map<Key, Answer> told = new HashMap<>();
    List<EtaPrediction> all =
        EtaPredictionRun.of(world, features, config(), new CollectingSink<>());
    EtaPredictionRun.newest(all).forEach((key, prediction) -> told.put(key, answer(prediction)));
    Map<Key, Answer> specified = specified(world.orders(), features);

    assertThat(told.keySet()).isEqualTo(specified.keySet()).hasSizeGreaterThan(2 * ORDERS);
    assertThat(
            told.entrySet().stream()
                .filter(e -> !e.getValue().equals(specified.get(e.getKey())))
                .map(e -> e + " instead of " + specified.get(e.getKey()))
                .limit(3))
        .isEmpty();
  }

  private static Answer answer(EtaPrediction prediction) {
    return new Answer(
        prediction.featureVersions().restaurant(),
        prediction.featureVersions().courier(),
        prediction.featureVersions().city(),
        known(prediction.features()),
        List.of(
            prediction.etaMinutes(),
            prediction.etaP10Minutes(),
            prediction.etaP90Minutes(),
            prediction.baselineMinutes()));
  }

  private static Map<Key, Answer> specified(
      List<EnrichedOrder> orders, Map<FeatureEntity, List<FeatureRecord>> features)
      throws Exception {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    StreamTableEnvironment tables = StreamTableEnvironment.create(env);
    tables.executeSql(
        "CREATE TEMPORARY FUNCTION ETA_PREDICT AS '%s'".formatted(EtaPredict.class.getName()));
    questions(tables, env, orders);
    features.forEach((entity, records) -> versions(tables, env, entity, records));
    Map<Key, Answer> answers = new HashMap<>();
    try (CloseableIterator<Row> rows = tables.executeSql(statement()).collect()) {
      rows.forEachRemaining(
          row ->
              answers.put(
                  new Key(
                      (long) row.getField("order_id"),
                      Stage.valueOf((String) row.getField("stage"))),
                  answer(row)));
    }
    return answers;
  }

  @SuppressWarnings("unchecked") // The statement says so.
  private static Answer answer(Row row) {
    return new Answer(
        (Long) row.getField("restaurant_version"),
        (Long) row.getField("courier_version"),
        (Long) row.getField("city_version"),
        known((Map<String, Double>) row.getField("vector")),
        List.of(
            (Double) row.getField("minutes"),
            (Double) row.getField("p10"),
            (Double) row.getField("p90"),
            (Double) row.getField("baseline")));
  }

  private static Map<String, @Nullable Double> known(Map<String, @Nullable Double> vector) {
    Map<String, @Nullable Double> known = new HashMap<>(vector);
    known.values().removeIf(value -> value == null || value.isNaN());
    return known;
  }

  /** The newest question of each order and stage, as a table that is only appended to. */
  private static void questions(
      StreamTableEnvironment tables, StreamExecutionEnvironment env, List<EnrichedOrder> orders) {
    Map<Key, EnrichedOrder> newest = new LinkedHashMap<>();
    Map<Long, Long> seen = new HashMap<>();
    for (EnrichedOrder order : orders) {
      Stage stage = Stage.of(order.status());
      boolean means = stage != null || order.status().isTerminal();
      if (means && seen.merge(order.orderId(), order.version(), Math::max) == order.version()) {
        if (stage != null) {
          newest.put(new Key(order.orderId(), stage), order);
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    newest.forEach((key, order) -> rows.add(question(order, key.stage())));
    rows.sort((a, b) -> ((Instant) a.getField(3)).compareTo((Instant) b.getField(3)));
    table(
        tables,
        env,
        "questions",
        rows,
        Types.ROW_NAMED(
            new String[] {
              "order_id",
              "stage",
              "version",
              "event_time",
              "event_seconds",
              "restaurant_id",
              "courier_id",
              "city_id",
              "vector"
            },
            Types.LONG,
            Types.STRING,
            Types.LONG,
            Types.INSTANT,
            Types.DOUBLE,
            Types.LONG,
            Types.LONG,
            Types.LONG,
            Types.MAP(Types.STRING, Types.DOUBLE)),
        ChangelogMode.insertOnly(),
        Schema.newBuilder()
            .column("order_id", DataTypes.BIGINT())
            .column("stage", DataTypes.STRING())
            .column("version", DataTypes.BIGINT())
            .column("event_time", DataTypes.TIMESTAMP_LTZ(3))
            .column("event_seconds", DataTypes.DOUBLE())
            .column("restaurant_id", DataTypes.BIGINT())
            .column("courier_id", DataTypes.BIGINT())
            .column("city_id", DataTypes.BIGINT())
            .column("vector", DataTypes.MAP(DataTypes.STRING(), DataTypes.DOUBLE()))
            .watermark("event_time", "event_time")
            .build());
  }

  private static Row question(EnrichedOrder order, Stage stage) {
    Instant at = order.eventTime();
    Map<String, @Nullable Double> vector =
        EtaVectors.named(EtaVectors.of(order, stage, null, null, null));
    vector.values().removeIf(value -> value == null);
    return Row.of(
        order.orderId(),
        stage.name(),
        order.version(),
        Instant.ofEpochMilli(at.toEpochMilli()),
        at.getEpochSecond() + at.getNano() / 1e9,
        order.restaurantId(),
        order.courierId(),
        (long) order.cityId(),
        vector);
  }

  private static void versions(
      StreamTableEnvironment tables,
      StreamExecutionEnvironment env,
      FeatureEntity entity,
      List<FeatureRecord> records) {
    List<Row> rows = new ArrayList<>();
    for (FeatureVersion version : FeatureVersions.of(records)) {
      rows.add(
          Row.ofKind(
              RowKind.UPDATE_AFTER,
              version.entityId(),
              version.version(),
              version.eventTime(),
              version.features()));
    }
    table(
        tables,
        env,
        entity.code() + "_features",
        rows,
        Types.ROW_NAMED(
            new String[] {"entity_id", "version", "event_time", "features"},
            Types.LONG,
            Types.LONG,
            Types.INSTANT,
            Types.MAP(Types.STRING, Types.DOUBLE)),
        ChangelogMode.upsert(),
        Schema.newBuilder()
            .column("entity_id", DataTypes.BIGINT().notNull())
            .column("version", DataTypes.BIGINT())
            .column("event_time", DataTypes.TIMESTAMP_LTZ(3))
            .column("features", DataTypes.MAP(DataTypes.STRING(), DataTypes.DOUBLE()))
            .primaryKey("entity_id")
            .watermark("event_time", "event_time")
            .build());
  }

  private static void table(
      StreamTableEnvironment tables,
      StreamExecutionEnvironment env,
      String name,
      List<Row> rows,
      TypeInformation<Row> type,
      ChangelogMode mode,
      Schema schema) {
    DataStream<Row> stream = env.fromData(rows, type);
    tables.createTemporaryView(name, tables.fromChangelogStream(stream, schema, mode));
  }

  private static String statement() throws IOException {
    try (InputStream sql = SqlSpecificationTest.class.getResourceAsStream("eta-prediction.sql")) {
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private EtaPredictionConfig config() {
    return EtaPredictionConfig.from(
        Settings.of(
            Map.of(
                JobConfig.TIME_DOMAIN, "log", JobConfig.CHECKPOINTS_DIR, checkpoints.toString())));
  }
}
