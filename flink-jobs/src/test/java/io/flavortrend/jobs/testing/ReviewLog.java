package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.ChangeSource;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.cdc.ReviewRow;
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

/** Writes one partition of the captured topic of reviews as Debezium does, and decodes it. */
public final class ReviewLog {
  public static final String TOPIC = TopicCatalogue.ORDER_REVIEWS.name();

  private static final CapturedDecoder<ReviewRow> DECODER = new CapturedDecoder<>(ReviewRow.class);

  private final int partition;
  private long offset;

  public ReviewLog(int partition) {
    this.partition = partition;
  }

  /** A change as it stands in the log. */
  public CapturedRecord<ReviewRow> change(
      @Nullable ReviewRow before, @Nullable ReviewRow after, Instant committedAt) {
    return record(changeJson(before, after, committedAt, false));
  }

  /** A row read by a snapshot. */
  public CapturedRecord<ReviewRow> snapshotRow(ReviewRow row, Instant readAt) {
    return record(changeJson(null, row, readAt, true));
  }

  /** A beat that came through the log. */
  public CapturedRecord<ReviewRow> beat(Instant beatAt) {
    return record(beatJson(partition, beatAt));
  }

  /** Any bytes. */
  public CapturedRecord<ReviewRow> record(byte @Nullable [] value) {
    return DECODER.decode(TOPIC, partition, offset++, value);
  }

  public static Change<ReviewRow> decoded(
      @Nullable ReviewRow before, @Nullable ReviewRow after, Instant committedAt) {
    return new Change<>(
        before == null ? Operation.CREATE : after == null ? Operation.DELETE : Operation.UPDATE,
        before,
        after,
        new ChangeSource(1, committedAt, false, false),
        committedAt.plusMillis(5));
  }

  public static byte[] changeJson(
      @Nullable ReviewRow before,
      @Nullable ReviewRow after,
      Instant committedAt,
      boolean snapshot) {
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("op", snapshot ? "r" : before == null ? "c" : after == null ? "d" : "u");
    envelope.put("before", before);
    envelope.put("after", after);
    envelope.put(
        "source",
        Map.of(
            "table",
            "order_reviews",
            "lsn",
            1,
            "ts_us",
            micros(committedAt),
            "snapshot",
            Boolean.toString(snapshot)));
    envelope.put("ts_us", micros(committedAt.plus(Duration.ofMillis(5))));
    return Json.mapper().writeValueAsBytes(envelope);
  }

  public static byte[] beatJson(int partition, Instant beatAt) {
    return """
        {"op":"u","before":null,
         "after":{"topic":"%s","partition":%d,"time_domain":"live","beat_at":"%s"},
         "source":{"table":"cdc_heartbeat","lsn":1,"ts_us":1,"snapshot":"false"},"ts_us":1}"""
        .formatted(TOPIC, partition, beatAt)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
