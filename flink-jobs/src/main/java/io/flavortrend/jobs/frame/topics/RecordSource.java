package io.flavortrend.jobs.frame.topics;

import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.jobs.frame.JobConfig;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Builds sources of the platform's own topics. */
public final class RecordSource {
  private RecordSource() {}

  /** A source that reads what is committed, from the earliest where the job has no state. */
  public static <T, R> Source<R, ?, ?> of(
      JobConfig job, TopicSpec topic, RecordReading<T, R> reading) {
    return KafkaSource.<R>builder()
        .setBootstrapServers(job.kafkaBootstrap())
        .setTopics(topic.name())
        .setGroupId(job.name())
        .setClientIdPrefix(job.name() + "-" + topic.name())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new RecordDecoding<>(job.name(), reading))
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        // Brokers come back within seconds: do not wait long before asking again.
        .setProperty(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000")
        .build();
  }
}
