package io.flavortrend.notifier.feed;

import io.flavortrend.notifier.channels.Channel;
import io.flavortrend.notifier.channels.ChannelHub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that reads Kafka: all partitions, by assignment, since each notifier serves everything
 * and no group has to agree or commit.
 *
 * <pre>
 * connect ─► read back ─► caught up ─► read, hand out, run commands ─┐
 *    ▲                                        └──────────────◄───────┤
 *    └──── after a failure, with snapshots for everyone ─────────────┘
 * </pre>
 */
public final class KafkaFeed implements FeedCommands, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KafkaFeed.class);
  private static final Duration POLL = Duration.ofMillis(25);
  private static final long RETRY_MS = 300;

  private static final Map<String, Channel> CHANNELS =
      Arrays.stream(Channel.values())
          .collect(Collectors.toMap(channel -> channel.topic().name(), channel -> channel));

  private final FeedConnection connection;
  private final ChannelHub hub;
  private final TopicFeed topicFeed;
  private final FeedHealth health;
  private final FeedStart.ReadBack readBack;
  private final Duration heartbeat;
  private final Clock clock;
  private final Queue<Consumer<ChannelHub>> commands = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::run, "feed");
  private volatile boolean stopped;
  private Instant nextTick = Instant.EPOCH;
  private Instant nextHeartbeat = Instant.EPOCH;

  KafkaFeed(
      FeedConnection connection,
      ChannelHub hub,
      TopicFeed topicFeed,
      FeedHealth health,
      FeedStart.ReadBack readBack,
      Duration heartbeat,
      Clock clock) {
    this.connection = connection;
    this.hub = hub;
    this.topicFeed = topicFeed;
    this.health = health;
    this.readBack = readBack;
    this.heartbeat = heartbeat;
    this.clock = clock;
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  @Override
  public void submit(Consumer<ChannelHub> command) {
    commands.add(command);
  }

  /** Stops the thread and waits a moment for it. */
  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.interrupt();
    thread.join(2_000);
  }

  private void run() {
    boolean first = true;
    while (!stopped) {
      try (KafkaConsumer<byte[], byte @Nullable []> consumer = connection.consumer()) {
        follow(consumer, first);
      } catch (InterruptException | InterruptedException e) {
        return;
      } catch (KafkaException | TopicMissingException e) {
        health.failed(String.valueOf(e.getMessage()));
        LOG.warn("Reading Kafka failed, starting over: {}", e.toString());
        first = first && !health.wasReady();
      } catch (RuntimeException e) {
        health.failed(e.toString());
        LOG.error("Reading Kafka failed, starting over", e);
        first = first && !health.wasReady();
      }
      try {
        Thread.sleep(RETRY_MS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void follow(KafkaConsumer<byte[], byte @Nullable []> consumer, boolean first)
      throws InterruptedException {
    Instant begun = clock.instant();
    String epoch = connection.epoch();
    FeedStart start = FeedStart.seek(consumer, readBack, clock);
    hub.restart(epoch, start.starts());
    long readBackRecords = 0;
    while (!start.reached(consumer)) {
      readBackRecords += read(consumer, false);
    }
    hub.caughtUp(first ? null : "the connection to Kafka was lost");
    health.ready(consumer::metrics);
    LOG.info(
        "Caught up with {} records in {} ms",
        readBackRecords,
        Duration.between(begun, clock.instant()).toMillis());
    while (!stopped) {
      read(consumer, true);
      hub.flush();
      for (Consumer<ChannelHub> command = commands.poll();
          command != null;
          command = commands.poll()) {
        command.accept(hub);
      }
      tick();
    }
  }

  private int read(KafkaConsumer<byte[], byte @Nullable []> consumer, boolean live)
      throws InterruptedException {
    var records = consumer.poll(POLL);
    Instant readAt = clock.instant();
    for (ConsumerRecord<byte[], byte @Nullable []> consumed : records) {
      Channel channel = CHANNELS.get(consumed.topic());
      if (channel != null) {
        topicFeed.accept(channel, consumed, readAt, live);
      }
    }
    return records.count();
  }

  private void tick() {
    Instant now = clock.instant();
    if (now.isBefore(nextTick)) {
      return;
    }
    boolean beat = !now.isBefore(nextHeartbeat);
    nextTick = now.plusSeconds(1);
    if (beat) {
      nextHeartbeat = now.plus(heartbeat);
    }
    hub.tick(beat);
  }
}
