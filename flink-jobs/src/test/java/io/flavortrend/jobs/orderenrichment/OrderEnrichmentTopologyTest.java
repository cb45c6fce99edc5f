package io.flavortrend.jobs.orderenrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EnrichedOrder;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.jobs.frame.JobEnvironment;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import io.flavortrend.jobs.orderenrichment.lookup.Attributes;
import io.flavortrend.jobs.orderenrichment.lookup.Lookups;
import io.flavortrend.jobs.testing.CollectingSink;
import io.flavortrend.jobs.testing.ListedSource;
import io.flavortrend.jobs.testing.StagedHistory;
import io.flavortrend.settings.Settings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The real topology on an embedded cluster with RocksDB, against a naive batch: the same orders in
 * several arrival orders, more than 100,000 changes in all.
 */
class OrderEnrichmentTopologyTest {
  @TempDir Path checkpoints;

  @AfterEach
  void forget() {
    ListedSource.forget();
  }

  @ParameterizedTest
  @CsvSource({
    "live, 1, 0,  1",
    "live, 1, 12, 2",
    "log,  1, 0,  2",
    "log,  2, 22, 1",
  })
  void equalsTheNaiveBatch(String domain, long seed, long shuffle, int parallelism)
      throws Exception {
    StagedHistory.Log log = new StagedHistory(seed, 26_000).log(shuffle);
    RandomWeather weather = new RandomWeather(seed);

    CollectingSink<DeadLetter> deadLetters = new CollectingSink<>();
    List<EnrichedOrder> shown = run(log, weather.log(), config(domain, parallelism), deadLetters);

    assertThat(deadLetters.drain())
        .extracting(DeadLetter::reason, DeadLetter::sourceTopic)
        .containsExactly(tuple(Reason.MALFORMED, "flavor.public.weather_conditions"));
    NaiveEnrichment naive =
        new NaiveEnrichment(TimeDomain.valueOf(domain.toUpperCase(Locale.ROOT)), weather);
    Map<Long, NaiveEnrichment.Row> expected = naive.read(log.told());
    Map<Long, NaiveEnrichment.Row> actual = new HashMap<>();
    newest(shown).forEach((id, order) -> actual.put(id, NaiveEnrichment.Row.of(order)));
    assertThat(
            actual.entrySet().stream()
                .filter(e -> !e.getValue().equals(expected.get(e.getKey())))
                .map(e -> e + " instead of " + expected.get(e.getKey()))
                .limit(5))
        .isEmpty();
    assertThat(actual).hasSameSizeAs(expected);
    assertThat(expected.values()).extracting(NaiveEnrichment.Row::deleted).contains(true, false);
  }

  private List<EnrichedOrder> run(
      StagedHistory.Log log,
      List<CapturedRecord<WeatherRow>> weather,
      OrderEnrichmentConfig config,
      CollectingSink<DeadLetter> deadLetters)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(
            config.job().parallelism(), JobEnvironment.configuration(config.job()));
    CollectingSink<EnrichedRecord> topic = new CollectingSink<>();
    CollectingSink<EnrichedOrder> table = new CollectingSink<>();
    OrderEnrichmentTopology.build(
        // As from Kafka, what stands in one partition is read in sequence by one subtask.
        ListedSource.of(env, "partition-0", log.partitions().get(0))
            .union(ListedSource.of(env, "partition-1", log.partitions().get(1)))
            .partitionCustom((key, subtasks) -> key % subtasks, CapturedRecord::partition),
        ListedSource.of(env, "weather", WeatherRow.class, weather)
            .partitionCustom((key, subtasks) -> key % subtasks, CapturedRecord::partition),
        KnowsAll::new,
        new OrderEnrichmentTopology.Sinks(topic, table, deadLetters),
        config,
        1);
    env.execute();
    List<EnrichedRecord> written = topic.drain();
    List<EnrichedOrder> told =
        written.stream().map(EnrichedRecord::order).filter(order -> order != null).toList();
    assertThat(table.drain()).containsExactlyInAnyOrderElementsOf(told);
    assertThat(written.stream().map(EnrichedRecord::markerKey).filter(key -> key != null))
        .extracting(ProgressKey::partition)
        .contains(0, 1);
    return told;
  }

  private static Map<Long, EnrichedOrder> newest(List<EnrichedOrder> shown) {
    Map<Long, EnrichedOrder> newest = new HashMap<>();
    for (EnrichedOrder order : shown) {
      newest.merge(
          order.orderId(), order, (held, come) -> come.version() >= held.version() ? come : held);
    }
    return newest;
  }

  private OrderEnrichmentConfig config(String domain, int parallelism) {
    return OrderEnrichmentConfig.from(
        Settings.of(
            Map.of(
                JobConfig.TIME_DOMAIN,
                domain,
                JobConfig.PARALLELISM,
                Integer.toString(parallelism),
                JobConfig.CHECKPOINT_INTERVAL,
                "PT0.5S",
                JobConfig.CHECKPOINTS_DIR,
                checkpoints.toString(),
                OrderEnrichmentConfig.WEATHER_CORRECTED_FOR,
                "PT10H")));
  }

  /** Has everything at hand. */
  private static final class KnowsAll implements Lookups {
    @Override
    public Attributes find(int cityId, long restaurantId, long customerId) {
      return new Attributes(
          new Attributes.City("city " + cityId, null, "Africa/Tunis", Set.of()), null, null, true);
    }

    @Override
    public void close() {}
  }
}
