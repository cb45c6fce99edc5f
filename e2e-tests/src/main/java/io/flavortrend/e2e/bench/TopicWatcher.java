package io.flavortrend.e2e.bench;

import io.flavortrend.e2e.stack.Json;
import io.flavortrend.e2e.stack.Stack;
import io.flavortrend.e2e.stack.TopicReader;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import tools.jackson.databind.JsonNode;

/** Notes when a row's change is readable as committed. */
final class TopicWatcher implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final TopicReader reader;
  private final Thread thread;
  private volatile boolean closing;
  private volatile Ledger ledger = new Ledger();

  TopicWatcher(Stack stack, String topic) {
    reader = TopicReader.fromNow(stack.kafkaBootstrap(), topic);
    thread = new Thread(this::watch, "topic-watcher");
    thread.start();
  }

  /** From now on arrivals are noted there. */
  void tell(Ledger next) {
    ledger = next;
  }

  /** Waits until so many have arrived, or a minute. */
  void awaitPaired(Ledger awaited, long count) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (awaited.paired() < count && System.nanoTime() < deadline) {
      Thread.sleep(50);
    }
  }

  @Override
  public void close() throws InterruptedException {
    closing = true;
    thread.join();
    reader.close();
  }

  private void watch() {
    while (!closing) {
      reader.poll(Duration.ofMillis(100), this::note);
    }
  }

  private void note(ConsumerRecord<byte[], byte[]> record) {
    long now = System.nanoTime();
    if (record.key() == null) {
      return;
    }
    // Beats are keyed by topic and partition.
    JsonNode id = Json.MAPPER.readTree(record.key()).path("id");
    if (id.isNumber()) {
      ledger.arrived(id.asLong(), now);
    }
  }
}
