package io.flavortrend.jobs.frame.progress;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.ProgressMarker;
import io.flavortrend.jobs.frame.topics.RecordKey;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a topic with markers: a value to the partition of its key, a marker to the one it speaks
 * of.
 *
 * @param <R> what the topic is written with
 * @param <V> a value
 */
public final class MarkedRecordSchema<R extends Marked, V>
    implements KafkaRecordSerializationSchema<R> {
  private static final long serialVersionUID = 1L;

  /** The value in a record; null in a marker. */
  @FunctionalInterface
  public interface ValueOf<R, V> extends Serializable {
    @Nullable V in(R written);
  }

  private record Codecs<V>(JsonCodec<V> values, JsonCodec<ProgressMarker> markers) {}

  private final String topic;
  private final Class<V> valueType;
  private final ValueOf<R, V> value;
  private final RecordKey<V> key;
  private transient @Nullable Codecs<V> codecs;

  /**
   * @param value finds the value in a record
   * @param key a value's key as text
   */
  public MarkedRecordSchema(
      String topic, Class<V> valueType, ValueOf<R, V> value, RecordKey<V> key) {
    this.topic = topic;
    this.valueType = valueType;
    this.value = value;
    this.key = key;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    codecs = new Codecs<>(new JsonCodec<>(valueType), new JsonCodec<>(ProgressMarker.class));
  }

  @Override
  public @Nullable ProducerRecord<byte[], byte[]> serialize(
      R element, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codecs == null) {
      throw new IllegalStateException("Not opened");
    }
    // No timestamps: event time is a field, and a record dated months ago is not old to the broker.
    V written = value.in(element);
    if (written != null) {
      return new ProducerRecord<>(topic, bytes(key.of(written)), codecs.values().encode(written));
    }
    if (element.marker() == null || element.markerKey() == null) {
      return null;
    }
    return new ProducerRecord<>(
        topic,
        element.markerKey().partition(),
        bytes(element.markerKey().text()),
        codecs.markers().encode(element.marker()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
