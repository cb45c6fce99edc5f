package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.jobs.frame.capture.CapturedDecoder;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One partition of any captured topic, written as Debezium does, decoded, and kept. */
public final class TableLog<R> {
  private final TopicSpec topic;
  private final int partition;
  private final CapturedDecoder<R> decoder;

  /** What was written so far. */
  public final List<CapturedRecord<R>> records = new ArrayList<>();

  public TableLog(TopicSpec topic, Class<R> rowType, int partition) {
    this.topic = topic;
    this.partition = partition;
    this.decoder = new CapturedDecoder<>(rowType);
  }

  public void change(@Nullable R before, @Nullable R after, Instant committedAt) {
    write(changeJson(topic, before, after, committedAt));
  }

  /** A row read by a snapshot. */
  public void snapshotRow(R row, Instant readAt) {
    write(json(topic, "r", null, row, readAt, "true"));
  }

  /** A beat that came through the log. */
  public void beat(Instant beatAt) {
    write(beatJson(topic, partition, beatAt));
  }

  public void write(byte @Nullable [] value) {
    records.add(decoder.decode(topic.name(), partition, records.size(), value));
  }

  public static byte[] changeJson(
      TopicSpec topic, @Nullable Object before, @Nullable Object after, Instant committedAt) {
    String operation = before == null ? "c" : after == null ? "d" : "u";
    return json(topic, operation, before, after, committedAt, "false");
  }

  private static byte[] json(
      TopicSpec topic,
      String operation,
      @Nullable Object before,
      @Nullable Object after,
      Instant committedAt,
      String snapshot) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("op", operation);
    envelope.put("before", before);
    envelope.put("after", after);
    envelope.put(
        "source",
        Map.of(
            "table",
            topic.name().substring(topic.name().lastIndexOf('.') + 1),
            "lsn",
            1,
            "ts_us",
            micros(committedAt),
            "snapshot",
            snapshot));
    envelope.put("ts_us", micros(committedAt.plus(Duration.ofMillis(5))));
    return Json.mapper().writeValueAsBytes(envelope);
  }

  public static byte[] beatJson(TopicSpec topic, int partition, Instant beatAt) {
    return """
        {"op":"u","before":null,
         "after":{"topic":"%s","partition":%d,"time_domain":"live","beat_at":"%s"},
         "source":{"table":"cdc_heartbeat","lsn":1,"ts_us":1,"snapshot":"false"},"ts_us":1}"""
        .formatted(topic.name(), partition, beatAt)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
