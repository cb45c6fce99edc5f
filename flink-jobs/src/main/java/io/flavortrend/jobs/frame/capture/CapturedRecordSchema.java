package io.flavortrend.jobs.frame.capture;

import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads a captured topic for Flink's Kafka source; hands on every record, also the broken ones. */
final class CapturedRecordSchema<R> implements KafkaRecordDeserializationSchema<CapturedRecord<R>> {
  private static final long serialVersionUID = 1L;

  private final Class<R> rowType;
  private transient @Nullable CapturedDecoder<R> decoder;

  CapturedRecordSchema(Class<R> rowType) {
    this.rowType = rowType;
  }

  @Override
  public void open(DeserializationSchema.InitializationContext context) {
    decoder = new CapturedDecoder<>(rowType);
  }

  @Override
  public void deserialize(
      ConsumerRecord<byte[], byte[]> message, Collector<CapturedRecord<R>> out) {
    if (decoder == null) {
      throw new IllegalStateException("Not opened");
    }
    out.collect(
        decoder.decode(message.topic(), message.partition(), message.offset(), message.value()));
  }

  @Override
  public TypeInformation<CapturedRecord<R>> getProducedType() {
    return new CapturedRecordType<>(rowType);
  }
}
