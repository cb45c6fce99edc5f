package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class ChangeBeatsTest {
  private static final String ORDERS = "flavor.public.orders";
  private static final String PINGS = "flavor.public.delivery_routes";
  private static final Schema TEXT = Schema.OPTIONAL_STRING_SCHEMA;
  private static final Schema LONG = Schema.OPTIONAL_INT64_SCHEMA;
  private static final Schema SOURCE =
      times(SchemaBuilder.struct()).field("table", TEXT).optional().build();
  private static final Schema ROW =
      SchemaBuilder.struct()
          .field("topic", TEXT)
          .field("partition", Schema.OPTIONAL_INT32_SCHEMA)
          .field("time_domain", TEXT)
          .field("beat_at", TEXT)
          .field("updated_at", TEXT)
          .optional()
          .build();
  private static final Schema ENVELOPE =
      times(SchemaBuilder.struct())
          .field("before", ROW)
          .field("after", ROW)
          .field("source", SOURCE)
          .field("op", TEXT)
          .build();
  private static final Schema TRANSACTION = SchemaBuilder.struct().field("status", TEXT).build();

  private final AtomicLong clock = new AtomicLong();
  private final ChangeBeats beats =
      new ChangeBeats(Set.of(ORDERS), Duration.ofMillis(20), clock::get);
  private int position;

  @Test
  void aFinishedTransactionIsFollowedByABeatOfItsCommitTime() {
    beats.behind(List.of(beat(ORDERS, 0, "live", "u"), beat(ORDERS, 1, "live", "u")));
    List<SourceRecord> polled = List.of(status("BEGIN"), change(ORDERS, 1_000_123), status("END"));
    List<SourceRecord> all = beats.behind(polled);
    assertThat(all).startsWith(polled.toArray(SourceRecord[]::new)).hasSize(5);
    for (int partition = 0; partition < 2; partition++) {
      SourceRecord beat = all.get(3 + partition);
      assertThat(beat.topic()).isEqualTo("flavor.public.cdc_heartbeat");
      assertThat(beat.sourceOffset()).isEqualTo(polled.get(2).sourceOffset());
      Struct value = (Struct) beat.value();
      value.validate();
      assertThat(value.getString("op")).isEqualTo("u");
      assertThat(value.getStruct("after").getInt32("partition")).isEqualTo(partition);
      assertThat(Instant.parse(value.getStruct("after").getString("beat_at")))
          .isEqualTo(Instant.parse("1970-01-01T00:00:01.000123Z"));
      assertThat(value.getStruct("source").getInt64("ts_us")).isEqualTo(1_000_123);
    }
  }

  @Test
  void aTransactionThatIsStillComingProvesNothing() {
    beats.behind(List.of(beat(ORDERS, 0, "live", "u")));
    assertThat(beats.behind(List.of(status("BEGIN"), change(ORDERS, 1_000)))).hasSize(2);
    assertThat(beats.behind(List.of(change(ORDERS, 1_000)))).hasSize(1);
    assertThat(beats.behind(List.of(change(ORDERS, 1_000), status("END")))).hasSize(3);
  }

  @Test
  void beatsKeepTheirPaceAndTheOwedOneFollows() {
    beats.behind(List.of(beat(ORDERS, 0, "live", "u")));
    assertThat(transaction(1_000)).hasSize(3);
    clock.addAndGet(Duration.ofMillis(5).toNanos());
    assertThat(transaction(2_000)).hasSize(2);
    assertThat(beats.behind(null)).isNull();
    clock.addAndGet(Duration.ofMillis(15).toNanos());
    assertThat(beats.behind(null))
        .singleElement()
        .satisfies(
            beat ->
                assertThat(((Struct) beat.value()).getStruct("source").getInt64("ts_us"))
                    .isEqualTo(2_000));
    clock.addAndGet(Duration.ofMillis(50).toNanos());
    assertThat(beats.behind(null)).isNull();
  }

  @Test
  void whatNobodyJoinsAsksForNoBeatAndGetsNone() {
    beats.behind(List.of(beat(ORDERS, 0, "live", "u"), beat(PINGS, 0, "live", "u")));
    assertThat(beats.behind(List.of(change(PINGS, 1_000), status("END")))).hasSize(2);
    assertThat(transaction(2_000)).hasSize(3);
  }

  @Test
  void beatsAloneAskForNone() {
    assertThat(beats.behind(List.of(beat(ORDERS, 0, "live", "u"), status("END")))).hasSize(2);
    clock.addAndGet(Duration.ofSeconds(1).toNanos());
    assertThat(beats.behind(null)).isNull();
  }

  @Test
  void beforeTheFirstBeatAndInTheLogDomainNoneIsMade() {
    assertThat(transaction(1_000)).hasSize(2);
    beats.behind(List.of(beat(ORDERS, 0, "live", "r")));
    assertThat(transaction(2_000)).hasSize(2);
    beats.behind(List.of(beat(ORDERS, 0, "log", "u")));
    assertThat(transaction(3_000)).hasSize(2);
  }

  @Test
  void aSnapshotsRowsAskForNone() {
    beats.behind(List.of(beat(ORDERS, 0, "live", "u")));
    SourceRecord read = change(ORDERS, 1_000);
    ((Struct) read.value()).put("op", "r");
    assertThat(beats.behind(List.of(read, status("END")))).hasSize(2);
  }

  private List<SourceRecord> transaction(long commitMicros) {
    return beats.behind(List.of(change(ORDERS, commitMicros), status("END")));
  }

  private SourceRecord change(String topic, long commitMicros) {
    Struct source = new Struct(SOURCE).put("table", "x").put("ts_us", commitMicros);
    return record(topic, ENVELOPE, new Struct(ENVELOPE).put("source", source).put("op", "u"));
  }

  private SourceRecord beat(String topic, int partition, String domain, String operation) {
    Struct row =
        new Struct(ROW)
            .put("topic", topic)
            .put("partition", partition)
            .put("time_domain", domain)
            .put("beat_at", "1970-01-01T00:00:00Z")
            .put("updated_at", "1970-01-01T00:00:00Z");
    Struct source = new Struct(SOURCE).put("table", "cdc_heartbeat").put("ts_us", 0L);
    Struct value = new Struct(ENVELOPE).put("after", row).put("source", source);
    return record("flavor.public.cdc_heartbeat", ENVELOPE, value.put("op", operation));
  }

  private SourceRecord status(String status) {
    return record("flavor.transaction", TRANSACTION, new Struct(TRANSACTION).put("status", status));
  }

  private SourceRecord record(String topic, Schema schema, Struct value) {
    return new SourceRecord(
        Map.of("server", "flavor"), Map.of("lsn", ++position), topic, schema, value);
  }

  private static SchemaBuilder times(SchemaBuilder builder) {
    return builder.field("ts_ms", LONG).field("ts_us", LONG).field("ts_ns", LONG);
  }
}
