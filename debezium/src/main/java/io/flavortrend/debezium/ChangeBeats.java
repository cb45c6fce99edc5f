package io.flavortrend.debezium;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts a progress beat behind changes at once, in the same Kafka transaction, instead of waiting
 * for the database's next beat. What is captured comes in the order of the log: when a transaction
 * has come to its end, everything committed up to it has been handed on. A beat of that commit time
 * in each partition says so, exactly as the database's own would.
 *
 * <p>Made in the image of the newest beat of each partition that came from the database, so nothing
 * behind tells the two apart; none is made before, nor in the log domain, where beats carry the
 * replayer's time. Not thread-safe.
 */
final class ChangeBeats {
  private static final String BEATS = ".public.cdc_heartbeat";
  private static final String TRANSACTIONS = ".transaction";

  private record Partition(String topic, int number) {}

  private final Set<String> topics;
  private final Pace pace;
  private final Map<Partition, SourceRecord> images = new LinkedHashMap<>();

  /** Commit time of the transaction whose changes are coming; 0 where none of them matters. */
  private long openMicros;

  /** Commit time up to which a beat is due; 0 where none is. */
  private long dueMicros;

  private @Nullable SourceRecord last;

  /**
   * @param topics the captured topics whose changes ask for beats, and which get them
   * @param atMostEvery shortest time between two beats of a partition
   * @param nanoTime a clock as {@link System#nanoTime()}
   */
  ChangeBeats(Collection<String> topics, Duration atMostEvery, LongSupplier nanoTime) {
    this.topics = Set.copyOf(topics);
    this.pace = new Pace(atMostEvery, nanoTime);
  }

  /**
   * What is handed on in place of what was captured.
   *
   * @param captured in the order of the log; null or empty where there was nothing
   * @return the same, with beats behind it where they are due; null where there is nothing
   */
  @Nullable List<SourceRecord> behind(@Nullable List<SourceRecord> captured) {
    if (captured != null) {
      captured.forEach(this::see);
    }
    if (dueMicros == 0 || images.isEmpty() || last == null || !pace.due()) {
      return captured;
    }
    List<SourceRecord> all = captured == null ? new ArrayList<>() : new ArrayList<>(captured);
    Instant through = Instant.EPOCH.plus(dueMicros, ChronoUnit.MICROS);
    for (SourceRecord image : images.values()) {
      all.add(beat(image, last, through));
    }
    dueMicros = 0;
    return all;
  }

  private void see(SourceRecord record) {
    last = record;
    if (!(record.value() instanceof Struct value)) {
      return;
    }
    if (record.topic().endsWith(TRANSACTIONS)) {
      if ("END".equals(value.getString("status"))) {
        dueMicros = Math.max(dueMicros, openMicros);
        openMicros = 0;
      }
    } else if (record.topic().endsWith(BEATS)) {
      keep(record, value);
    } else if (topics.contains(record.topic()) && !"r".equals(value.getString("op"))) {
      openMicros = value.getStruct("source").getInt64("ts_us");
    }
  }

  private void keep(SourceRecord record, Struct value) {
    Struct row = value.getStruct("after");
    if (row == null || "r".equals(value.getString("op"))) {
      return;
    }
    Partition partition = new Partition(row.getString("topic"), row.getInt32("partition"));
    if (!"live".equals(row.getString("time_domain"))) {
      images.remove(partition);
    } else if (topics.contains(partition.topic())) {
      images.put(partition, record);
    }
  }

  private static SourceRecord beat(SourceRecord image, SourceRecord last, Instant through) {
    Struct value = copy((Struct) image.value());
    Struct row = copy(value.getStruct("after"));
    row.put("beat_at", through.toString());
    row.put("updated_at", through.toString());
    Struct source = copy(value.getStruct("source"));
    time(source, through);
    value.put("before", null);
    value.put("after", row);
    value.put("source", source);
    value.put("op", "u");
    time(value, Instant.now());
    return new SourceRecord(
        last.sourcePartition(),
        // Behind the last record, and no further: a restart must not skip what follows it.
        last.sourceOffset(),
        image.topic(),
        image.kafkaPartition(),
        image.keySchema(),
        image.key(),
        image.valueSchema(),
        value,
        image.timestamp(),
        image.headers());
  }

  private static void time(Struct struct, Instant instant) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    struct.put("ts_ms", micros / 1_000);
    struct.put("ts_us", micros);
    struct.put("ts_ns", micros * 1_000);
  }

  private static Struct copy(Struct struct) {
    Struct copy = new Struct(struct.schema());
    for (Field field : struct.schema().fields()) {
      copy.put(field, struct.get(field));
    }
    return copy;
  }
}
