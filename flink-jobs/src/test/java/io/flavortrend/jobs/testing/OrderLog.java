package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.ChangeSource;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.cdc.OrderRow;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.jobs.frame.capture.CapturedDecoder;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one partition of the captured topic of orders as Debezium does, and decodes it. */
public final class OrderLog {
  public static final String TOPIC = TopicCatalogue.ORDERS.name();

  private static final CapturedDecoder<OrderRow> DECODER = new CapturedDecoder<>(OrderRow.class);

  private final int partition;
  private long offset;

  public OrderLog(int partition) {
    this.partition = partition;
  }

  /** A change as it stands in the log. */
  public CapturedRecord<OrderRow> change(
      @Nullable OrderRow before, @Nullable OrderRow after, Instant committedAt) {
    String operation = before == null ? "c" : after == null ? "d" : "u";
    return record(changeJson(operation, before, after, committedAt, "false"));
  }

  /** A row read by a snapshot. */
  public CapturedRecord<OrderRow> snapshotRow(OrderRow row, Instant readAt) {
    return record(changeJson("r", null, row, readAt, "true"));
  }

  /** A beat that came through the log. */
  public CapturedRecord<OrderRow> beat(@Nullable Instant beatAt) {
    return beat(partition, beatAt, false);
  }

  /** A beat of any partition, read by a snapshot or not. */
  public CapturedRecord<OrderRow> beat(
      int ofPartition, @Nullable Instant beatAt, boolean snapshot) {
    return record(beatJson(ofPartition, beatAt, snapshot));
  }

  /** Any bytes. */
  public CapturedRecord<OrderRow> record(byte @Nullable [] value) {
    return DECODER.decode(TOPIC, partition, offset++, value);
  }

  public static Change<OrderRow> decoded(
      @Nullable OrderRow before, @Nullable OrderRow after, Instant committedAt) {
    return new Change<>(
        before == null ? Operation.CREATE : after == null ? Operation.DELETE : Operation.UPDATE,
        before,
        after,
        new ChangeSource(1, committedAt, false, false),
        committedAt.plusMillis(5));
  }

  public static byte[] changeJson(
      String operation,
      @Nullable OrderRow before,
      @Nullable OrderRow after,
      Instant committedAt,
      String snapshot) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("op", operation);
    envelope.put("before", before);
    envelope.put("after", after);
    envelope.put("source", source("orders", committedAt, snapshot));
    envelope.put("ts_us", micros(committedAt.plus(Duration.ofMillis(5))));
    return Json.mapper().writeValueAsBytes(envelope);
  }

  public static byte[] beatJson(int partition, @Nullable Instant beatAt, boolean snapshot) {
    String at = beatAt == null ? "null" : "\"" + beatAt + "\"";
    return """
        {"op":"u","before":null,
         "after":{"topic":"%s","partition":%d,"time_domain":"live","beat_at":%s},
         "source":{"table":"cdc_heartbeat","lsn":1,"ts_us":1,"snapshot":"%s"},"ts_us":1}"""
        .formatted(TOPIC, partition, at, snapshot ? "true" : "false")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> source(String table, Instant committedAt, String snapshot) {
    // As in a real log, what was committed later stands further back.
    return Map.of(
        "table",
        table,
        "lsn",
        committedAt.toEpochMilli(),
        "ts_us",
        micros(committedAt),
        "snapshot",
        snapshot);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
