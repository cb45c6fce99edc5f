package io.flavortrend.webapi.pipeline;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;
import io.flavortrend.webapi.pipeline.PipelineStatus.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks Kafka for the ends of the topics; rates are what came between two looks. The client is made
 * with the first question and waits on a thread of its own. Thread-safe.
 */
final class KafkaProbe implements AutoCloseable {
  /**
   * @param deadLetters records in the topic of dead letters
   */
  record Topics(List<Topic> topics, long deadLetters) {}

  private record Look(Instant at, Map<String, Long> ends) {}

  /** A rate over a longer time says nothing about now. */
  private static final Duration MAX_BETWEEN = Duration.ofSeconds(90);

  private final String bootstrapServers;
  private final Clock clock;
  private final Scheduler thread = Schedulers.newSingle("kafka-probe", true);
  private @Nullable Admin admin;
  private Optional<Look> last = Optional.empty();

  KafkaProbe(String bootstrapServers, Clock clock) {
    this.bootstrapServers = bootstrapServers;
    this.clock = clock;
  }

  Mono<Topics> ask() {
    return Mono.fromCallable(this::look).subscribeOn(thread);
  }

  @Override
  public void close() {
    thread.dispose();
    Admin open = admin;
    if (open != null) {
      open.close(Duration.ZERO);
    }
  }

  private Topics look() throws ExecutionException, InterruptedException {
    Admin client = client();
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    Map<TopicPartition, OffsetSpec> earliest = new HashMap<>();
    for (TopicDescription topic : existing(client)) {
      topic
          .partitions()
          .forEach(
              partition -> {
                TopicPartition key = new TopicPartition(topic.name(), partition.partition());
                latest.put(key, OffsetSpec.latest());
                if (topic.name().equals(TopicCatalogue.DEAD_LETTERS.name())) {
                  earliest.put(key, OffsetSpec.earliest());
                }
              });
    }
    var endResult = client.listOffsets(latest).all();
    var beginResult = client.listOffsets(earliest).all();
    Look look = new Look(clock.instant(), byTopic(endResult.get()));
    long gone = byTopic(beginResult.get()).getOrDefault(TopicCatalogue.DEAD_LETTERS.name(), 0L);
    List<Topic> topics =
        look.ends().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(end -> new Topic(end.getKey(), rate(look, end.getKey()), end.getValue()))
            .toList();
    last = Optional.of(look);
    return new Topics(
        topics, look.ends().getOrDefault(TopicCatalogue.DEAD_LETTERS.name(), 0L) - gone);
  }

  private @Nullable Double rate(Look look, String topic) {
    Look before = last.orElse(look);
    Duration between = Duration.between(before.at(), look.at());
    Long from = before.ends().get(topic);
    Long to = look.ends().get(topic);
    return from == null || to == null || between.isZero() || between.compareTo(MAX_BETWEEN) > 0
        ? null
        : Math.max(0, (to - from) * 1_000.0 / between.toMillis());
  }

  /** A topic that is not there yet is left out; it must not hide the others. */
  private static List<TopicDescription> existing(Admin client)
      throws ExecutionException, InterruptedException {
    Map<String, KafkaFuture<TopicDescription>> asked =
        client
            .describeTopics(TopicCatalogue.all().stream().map(TopicSpec::name).toList())
            .topicNameValues();
    List<TopicDescription> found = new java.util.ArrayList<>();
    for (KafkaFuture<TopicDescription> topic : asked.values()) {
      try {
        found.add(topic.get());
      } catch (ExecutionException e) {
        if (!(e.getCause()
            instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException)) {
          throw e;
        }
      }
    }
    return found;
  }

  private static Map<String, Long> byTopic(Map<TopicPartition, ListOffsetsResultInfo> offsets) {
    Map<String, Long> sums = new HashMap<>();
    offsets.forEach((partition, info) -> sums.merge(partition.topic(), info.offset(), Long::sum));
    return sums;
  }

  private Admin client() {
    Admin open = admin;
    if (open == null) {
      open =
          Admin.create(
              Map.of(
                  AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers,
                  AdminClientConfig.CLIENT_ID_CONFIG,
                  "webapi",
                  AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                  (int) Probe.TIMEOUT.toMillis(),
                  AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                  (int) Probe.TIMEOUT.toMillis(),
                  AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                  500));
      admin = open;
    }
    return open;
  }
}
