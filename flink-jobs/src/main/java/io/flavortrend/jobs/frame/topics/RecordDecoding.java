package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes a topic's records; never fails, a broken one is a result too. */
final class RecordDecoding<T, R> implements KafkaRecordDeserializationSchema<R> {
  private static final long serialVersionUID = 1L;

  private final String job;
  private final RecordReading<T, R> reading;
  private transient @Nullable JsonCodec<T> codec;

  RecordDecoding(String job, RecordReading<T, R> reading) {
    this.job = job;
    this.reading = reading;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codec = new JsonCodec<>(reading.valueType());
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<R> out) {
    if (codec == null) {
      throw new IllegalStateException("Not opened");
    }
    byte[] value = message.value();
    try {
      R read = reading.read(position(message), value == null ? null : codec.decode(value));
      if (read != null) {
        out.collect(read);
      }
    } catch (ContractViolationException e) {
      out.collect(reading.refuse(letter(message, value == null ? new byte[0] : value, e)));
    }
  }

  private static RecordPosition position(ConsumerRecord<byte[], byte[]> message) {
    String key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
    return new RecordPosition(message.topic(), message.partition(), message.offset(), key);
  }

  private DeadLetter letter(
      ConsumerRecord<byte[], byte[]> message, byte[] value, ContractViolationException violation) {
    return new DeadLetter(
        DeadLetter.SCHEMA_VERSION,
        message.topic(),
        message.partition(),
        message.offset(),
        job,
        violation.reason(),
        String.valueOf(violation.getMessage()),
        Base64.getEncoder().encodeToString(value),
        Instant.now());
  }

  @Override
  public TypeInformation<R> getProducedType() {
    return reading.type();
  }
}
