package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BeatRouterTest {
  private static final String BEATS = "flavor.public.cdc_heartbeat";
  private static final Map<String, ?> PARTITION = Map.of("server", "flavor");
  private static final Map<String, ?> OFFSET = Map.of("lsn", 42L);
  private static final Schema ROW =
      SchemaBuilder.struct()
          .optional()
          .field("topic", Schema.OPTIONAL_STRING_SCHEMA)
          .field("partition", Schema.OPTIONAL_INT32_SCHEMA)
          .build();
  private static final Schema CHANGE =
      SchemaBuilder.struct()
          .field("before", ROW)
          .field("after", ROW)
          .field("op", Schema.STRING_SCHEMA)
          .build();

  private final BeatRouter<SourceRecord> router = new BeatRouter<>();

  @BeforeEach
  void configure() {
    router.configure(Map.of("topic", BEATS));
  }

  @Test
  void aBeatGoesWhereItsRowSays() {
    SourceRecord beat = record(BEATS, change("u", row("flavor.public.orders", 1)));

    SourceRecord routed = router.apply(beat);

    assertThat(routed.topic()).isEqualTo("flavor.public.orders");
    assertThat(routed.kafkaPartition()).isEqualTo(1);
    assertThat(routed.value()).isSameAs(beat.value());
    assertThat(routed.sourceOffset()).isEqualTo(OFFSET);
  }

  @Test
  void recordsOfOtherTopicsPassUntouched() {
    SourceRecord order = record("flavor.public.orders", change("u", row("elsewhere", 7)));

    assertThat(router.apply(order)).isSameAs(order);
  }

  @Test
  void snapshotReadsDeletesAndTombstonesAreDropped() {
    assertThat(router.apply(record(BEATS, change("r", row("flavor.public.orders", 0))))).isNull();
    assertThat(router.apply(record(BEATS, change("d", null)))).isNull();
    assertThat(router.apply(record(BEATS, null))).isNull();
  }

  @Test
  void aBeatWithoutAPlaceIsRefused() {
    SourceRecord nowhere = record(BEATS, change("u", new Struct(ROW)));

    assertThatThrownBy(() -> router.apply(nowhere)).hasMessageContaining("names no topic");
  }

  @Test
  void theTopicMustBeConfigured() {
    assertThatThrownBy(() -> router.configure(Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("topic");
  }

  private static Struct row(String topic, int partition) {
    return new Struct(ROW).put("topic", topic).put("partition", partition);
  }

  private static Struct change(String operation, Struct after) {
    return new Struct(CHANGE).put("op", operation).put("after", after);
  }

  private static SourceRecord record(String topic, Struct value) {
    return new SourceRecord(
        PARTITION, OFFSET, topic, null, Schema.STRING_SCHEMA, "key", CHANGE, value);
  }
}
