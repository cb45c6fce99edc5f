package io.flavortrend.jobs.testing;

import io.flavortrend.contracts.cdc.WeatherRow;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.jobs.frame.capture.CapturedDecoder;
import io.flavortrend.jobs.frame.capture.CapturedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the captured topic of weather as Debezium does, and decodes it. */
public final class WeatherLog {
  private static final String TOPIC = TopicCatalogue.WEATHER_CONDITIONS.name();
  private static final CapturedDecoder<WeatherRow> DECODER =
      new CapturedDecoder<>(WeatherRow.class);

  private long offset;

  public static WeatherRow row(long id, int city, Instant observedAt, double temperature) {
    return new WeatherRow(id, city, observedAt, "rain", temperature, null, 12.0, observedAt);
  }

  /** A change as it stands in the log. */
  public CapturedRecord<WeatherRow> change(
      @Nullable WeatherRow before, @Nullable WeatherRow after, Instant committedAt) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, committedAt);
    Map<String, @Nullable Object> envelope = new LinkedHashMap<>();
    envelope.put("op", before == null ? "c" : after == null ? "d" : "u");
    envelope.put("before", before);
    envelope.put("after", after);
    envelope.put(
        "source",
        Map.of(
            "table",
            "weather_conditions",
            "lsn",
            committedAt.toEpochMilli(),
            "ts_us",
            micros,
            "snapshot",
            "false"));
    envelope.put("ts_us", micros);
    return record(Json.mapper().writeValueAsBytes(envelope));
  }

  /** A beat that came through the log. */
  public CapturedRecord<WeatherRow> beat(Instant at) {
    return record(
        """
        {"op":"u","before":null,
         "after":{"topic":"%s","partition":0,"time_domain":"live","beat_at":"%s"},
         "source":{"table":"cdc_heartbeat","lsn":1,"ts_us":1,"snapshot":"false"},"ts_us":1}"""
            .formatted(TOPIC, at)
            .getBytes(StandardCharsets.UTF_8));
  }

  /** Any bytes. */
  public CapturedRecord<WeatherRow> record(byte[] value) {
    return DECODER.decode(TOPIC, 0, offset++, value);
  }
}
