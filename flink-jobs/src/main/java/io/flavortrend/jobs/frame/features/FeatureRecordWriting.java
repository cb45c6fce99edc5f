package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.FeatureVersion;
import io.flavortrend.contracts.values.ProgressMarker;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A version goes to the partition of its key, a marker to the one it speaks of. */
final class FeatureRecordWriting implements KafkaRecordSerializationSchema<FeatureRecord> {
  private static final long serialVersionUID = 1L;

  private record Codecs(JsonCodec<FeatureVersion> versions, JsonCodec<ProgressMarker> markers) {}

  private final String topic;
  private transient @Nullable Codecs codecs;

  FeatureRecordWriting(String topic) {
    this.topic = topic;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    codecs =
        new Codecs(new JsonCodec<>(FeatureVersion.class), new JsonCodec<>(ProgressMarker.class));
  }

  @Override
  public @Nullable ProducerRecord<byte[], byte[]> serialize(
      FeatureRecord element, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codecs == null) {
      throw new IllegalStateException("Not opened");
    }
    FeatureVersion version = element.version();
    if (version != null) {
      return new ProducerRecord<>(
          topic, bytes(Long.toString(version.entityId())), codecs.versions().encode(version));
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
