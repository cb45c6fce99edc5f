package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.jobs.frame.JobConfig;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Builds sinks of the platform's own topics. */
public final class RecordSink {
  private RecordSink() {}

  /**
   * A sink that loses nothing and may write a value twice after a restart, which its version makes
   * harmless: Kafka transactions would hold each value back until the next checkpoint.
   *
   * @param valueType the topic's record
   * @param key a record's key as text
   */
  public static <T> Sink<T> of(
      JobConfig job, TopicSpec topic, Class<T> valueType, RecordKey<T> key) {
    return of(job, topic, new RecordSchema<>(topic.name(), valueType, key));
  }

  /**
   * The same for a topic whose records are not all of one kind.
   *
   * @param schema writes key and value, and may choose the partition
   */
  public static <T> Sink<T> of(
      JobConfig job, TopicSpec topic, KafkaRecordSerializationSchema<T> schema) {
    return KafkaSink.<T>builder()
        .setBootstrapServers(job.kafkaBootstrap())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(schema)
        .setProperty(ProducerConfig.CLIENT_ID_CONFIG, job.name() + "-" + topic.name())
        // Of what comes within a millisecond or two one request is made rather than many.
        .setProperty(ProducerConfig.LINGER_MS_CONFIG, "2")
        .setProperty(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4")
        .setProperty(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000")
        // A job holds several producers, and each takes its buffer from the heap: 32 MiB is much.
        .setProperty(ProducerConfig.BUFFER_MEMORY_CONFIG, Integer.toString(8 * 1024 * 1024))
        .build();
  }

  /** The sink of records that a job could not use. */
  public static Sink<DeadLetter> ofDeadLetters(JobConfig job) {
    return of(job, TopicCatalogue.DEAD_LETTERS, DeadLetter.class, DeadLetter::sourceTopic);
  }
}
