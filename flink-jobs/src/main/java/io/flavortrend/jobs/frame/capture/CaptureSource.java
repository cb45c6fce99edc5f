package io.flavortrend.jobs.frame.capture;

import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.jobs.frame.JobConfig;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/** Builds the source of a captured topic. */
public final class CaptureSource {
  private CaptureSource() {}

  /**
   * A source that reads what is committed, from the earliest record where the job has no state. It
   * commits its offsets with each checkpoint, for people who look at the lag; the job itself goes
   * by its state alone.
   *
   * @param rowType the table's public record
   */
  public static <R> Source<CapturedRecord<R>, ?, ?> of(
      JobConfig job, TopicSpec topic, Class<R> rowType) {
    return KafkaSource.<CapturedRecord<R>>builder()
        .setBootstrapServers(job.kafkaBootstrap())
        .setTopics(topic.name())
        .setGroupId(job.name())
        .setClientIdPrefix(job.name())
        .setStartingOffsets(OffsetsInitializer.earliest())
        .setDeserializer(new CapturedRecordSchema<>(rowType))
        .setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        // Brokers come back within seconds: do not wait long before asking again.
        .setProperty(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000")
        .build();
  }
}
