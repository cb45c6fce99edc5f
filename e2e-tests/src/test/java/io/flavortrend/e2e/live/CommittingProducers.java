package io.flavortrend.e2e.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A program for {@link WholeTransactionsIT}: several producers, each with small transactions one
 * after the other. Ends with 0 when every committed transaction had its last record.
 */
final class CommittingProducers {
  static final String ALL_WHOLE = "all transactions were whole";

  private static final int PRODUCERS = 8;

  private CommittingProducers() {}

  /** Arguments: bootstrap servers, a topic of two partitions, transactions of each producer. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    int transactions = Integer.parseInt(arguments[2]);
    ExecutorService threads = Executors.newFixedThreadPool(PRODUCERS);
    List<Future<?>> runs = new ArrayList<>();
    for (int i = 0; i < PRODUCERS; i++) {
      String id = arguments[1] + "-" + i;
      runs.add(
          threads.submit(
              () -> {
                commit(arguments[0], arguments[1], id, transactions);
                return null;
              }));
    }
    try {
      for (Future<?> run : runs) {
        run.get();
      }
      System.out.println(ALL_WHOLE);
    } finally {
      // A producer whose record was forgotten cannot be closed: it waits for the record.
      Runtime.getRuntime().halt(runs.stream().allMatch(CommittingProducers::succeeded) ? 0 : 1);
    }
  }

  private static void commit(String bootstrap, String topic, String id, int transactions)
      throws ExecutionException, InterruptedException {
    KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                id,
                ProducerConfig.LINGER_MS_CONFIG,
                0),
            new StringSerializer(),
            new StringSerializer());
    producer.initTransactions();
    for (int i = 0; i < transactions; i++) {
      producer.beginTransaction();
      // Nothing is on its way when the last record is sent.
      producer.send(new ProducerRecord<>(topic, 0, null, "change")).get();
      Future<RecordMetadata> position =
          producer.send(new ProducerRecord<>(topic, 1, null, "position"));
      producer.commitTransaction();
      if (!position.isDone()) {
        System.out.println(id + ": transaction " + i + " was committed without its last record");
        throw new IllegalStateException("not whole");
      }
    }
  }

  private static boolean succeeded(Future<?> run) {
    try {
      run.get();
      return true;
    } catch (ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
