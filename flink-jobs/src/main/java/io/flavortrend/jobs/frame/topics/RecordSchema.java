package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.codec.JsonCodec;
import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Key as text, value as the contract's JSON; the partition follows from the key. */
final class RecordSchema<T> implements KafkaRecordSerializationSchema<T> {
  private static final long serialVersionUID = 1L;

  private final String topic;
  private final Class<T> valueType;
  private final RecordKey<T> key;
  private transient @Nullable JsonCodec<T> codec;

  RecordSchema(String topic, Class<T> valueType, RecordKey<T> key) {
    this.topic = topic;
    this.valueType = valueType;
    this.key = key;
  }

  @Override
  public void open(
      SerializationSchema.InitializationContext context, KafkaSinkContext sinkContext) {
    codec = new JsonCodec<>(valueType);
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      T element, KafkaSinkContext context, @Nullable Long timestamp) {
    if (codec == null) {
      throw new IllegalStateException("Not opened");
    }
    // No timestamp: event time is a field, and a record dated months ago is not old to the broker.
    return new ProducerRecord<>(
        topic, key.of(element).getBytes(StandardCharsets.UTF_8), codec.encode(element));
  }
}
