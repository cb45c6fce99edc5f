package io.flavortrend.jobs.frame.features;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.FeatureVersion;
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

/** Reads a feature topic; hands on every record, also the broken ones. */
final class FeatureRecordReading implements KafkaRecordDeserializationSchema<FeatureRecord> {
  private static final long serialVersionUID = 1L;

  private record Codecs(JsonCodec<FeatureVersion> versions, JsonCodec<ProgressMarker> markers) {}

  private final String job;
  private transient @Nullable Codecs codecs;

  FeatureRecordReading(String job) {
    this.job = job;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    codecs =
        new Codecs(new JsonCodec<>(FeatureVersion.class), new JsonCodec<>(ProgressMarker.class));
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<FeatureRecord> out) {
    if (codecs == null) {
      throw new IllegalStateException("Not opened");
    }
    byte[] value = message.value();
    if (value == null) {
      return; // A tombstone says that nothing holds any more, and no job of ours writes one.
    }
    String key = message.key() == null ? "" : new String(message.key(), StandardCharsets.UTF_8);
    try {
      out.collect(
          ProgressKey.marks(key)
              ? FeatureRecord.of(key(key), codecs.markers().decode(value))
              : FeatureRecord.of(codecs.versions().decode(value)));
    } catch (ContractViolationException e) {
      out.collect(FeatureRecord.refused(letter(message, value, e)));
    }
  }

  private static ProgressKey key(String key) throws ContractViolationException {
    Optional<ProgressKey> parsed = ProgressKey.parse(key);
    if (parsed.isEmpty()) {
      throw new ContractViolationException(
          Reason.CONTRACT, "The key '%s' is no marker's".formatted(key));
    }
    return parsed.get();
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
  public TypeInformation<FeatureRecord> getProducedType() {
    return TypeInformation.of(FeatureRecord.class);
  }
}
