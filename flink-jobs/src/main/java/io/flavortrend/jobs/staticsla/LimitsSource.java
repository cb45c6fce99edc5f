package io.flavortrend.jobs.staticsla;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.jobs.frame.JobConfig;
import java.time.Clock;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Builds the source of the topic {@code sla_limits}. */
final class LimitsSource {
  private LimitsSource() {}

  /** A source that reads all that the topic holds, and goes on with what is changed. */
  static Source<LimitsMessage, ?, ?> of(JobConfig job) {
    return KafkaSource.<LimitsMessage>builder()
        .setBootstrapServers(job.kafkaBootstrap())
        .setTopics(TopicCatalogue.SLA_LIMITS.name())
        .setGroupId(job.name())
        .setClientIdPrefix(job.name() + "-limits")
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new Schema())
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .setProperty(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000")
        .build();
  }

  private static final class Schema implements KafkaRecordDeserializationSchema<LimitsMessage> {
    private static final long serialVersionUID = 1L;

    private transient @Nullable LimitsDecoder decoder;

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
      decoder = new LimitsDecoder(Clock.systemUTC());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<LimitsMessage> out) {
      if (decoder == null) {
        throw new IllegalStateException("Not opened");
      }
      out.collect(decoder.decode(message));
    }

    @Override
    public TypeInformation<LimitsMessage> getProducedType() {
      return TypeInformation.of(LimitsMessage.class);
    }
  }
}
