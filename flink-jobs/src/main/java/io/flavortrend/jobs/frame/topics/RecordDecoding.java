package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.ProgressKey;
import io.flavortrend.contracts.values.ProgressMarker;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Decodes a topic's records; never fails, a broken one is a result too. */
final class RecordDecoding<T, R> implements KafkaRecordDeserializationSchema<R> {
  private static final long serialVersionUID = 1L;

  private record Codecs<T>(JsonCodec<T> values, JsonCodec<ProgressMarker> markers) {}

  private final String job;
  private final RecordReading<T, R> reading;
  private transient @Nullable Codecs<T> codecs;

  RecordDecoding(String job, RecordReading<T, R> reading) {
    this.job = job;
    this.reading = reading;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codecs =
        new Codecs<>(new JsonCodec<>(reading.valueType()), new JsonCodec<>(ProgressMarker.class));
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<R> out) {
    if (codecs == null) {
      throw new IllegalStateException("Not opened");
    }
    byte[] value = message.value();
    try {
      R read = read(codecs, position(message), value);
      if (read != null) {
        out.collect(read);
      }
    } catch (ContractViolationException e) {
      out.collect(reading.refuse(letter(message, value == null ? new byte[0] : value, e)));
    }
  }

  private @Nullable R read(Codecs<T> known, RecordPosition position, byte @Nullable [] value)
      throws ContractViolationException {
    if (!ProgressKey.marks(position.key())) {
      return reading.read(position, value == null ? null : known.values().decode(value));
    }
    // A marker's tombstone takes nothing back: what was proven stays proven.
    return value == null
        ? null
        : reading.marker(markerKey(position.key()), known.markers().decode(value));
  }

  private static ProgressKey markerKey(String key) throws ContractViolationException {
    Optional<ProgressKey> parsed = ProgressKey.parse(key);
    if (parsed.isEmpty()) {
      throw new ContractViolationException(
          Reason.CONTRACT, "The key '%s' is no marker's".formatted(key));
    }
    return parsed.get();
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
