package io.flavortrend.debezium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.flavortrend.contracts.cdc.CdcRecord.Change;
import io.flavortrend.contracts.cdc.CdcRecord.Operation;
import io.flavortrend.contracts.cdc.CourierRow;
import io.flavortrend.contracts.codec.ChangeCodec;
import io.flavortrend.contracts.topics.Broker;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSetup;
import io.flavortrend.initdb.DatabaseRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker that is killed in the middle of the first snapshot; another takes over. */
class CutOffSnapshotTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Beyond the ids that init-db gives. */
  private static final long FIRST = 1_000_001;

  private static final long LAST = FIRST + 59_999;

  @TempDir private Path folder;

  @Test
  void eachRowIsCapturedOnceAndADeletedOneNotAtAll() throws Exception {
    try (PostgresServer postgres = new PostgresServer();
        Broker broker = new Broker(Files.createDirectories(folder.resolve("kafka")))) {
      try (Admin admin = broker.admin()) {
        new TopicSetup(admin, Optional.of((short) 1)).apply(TopicCatalogue.all());
      }
      execute(
          postgres,
          "insert into public.couriers (id, city_id, vehicle, status, updated_at)"
              + " select n, 1, 'car', 'idle', now() from generate_series(%d, %d) n",
          FIRST,
          LAST);

      try (Worker worker = Worker.capturing(folder, broker, postgres)) {
        apply(worker);
        await().atMost(PATIENCE).until(() -> written(broker) > 10_000);
      }
      assertThat(written(broker)).as("rows before the worker was killed").isLessThan(LAST - FIRST);
      execute(postgres, "delete from public.couriers where id = %d", FIRST);

      try (Worker worker = Worker.capturing(folder, broker, postgres)) {
        apply(worker);
        List<Change<CourierRow>> changes = changesThroughAnUpdate(postgres, broker);
        assertThat(ids(changes, Operation.SNAPSHOT))
            .isEqualTo(LongStream.rangeClosed(FIRST + 1, LAST).boxed().toList());
        assertThat(ids(changes, Operation.UPDATE)).containsOnly(LAST);
      }
    }
  }

  private static List<Long> ids(List<Change<CourierRow>> changes, Operation operation) {
    return changes.stream()
        .filter(change -> change.operation() == operation)
        .flatMap(change -> Stream.ofNullable(change.after()))
        .map(CourierRow::id)
        .filter(id -> id >= FIRST)
        .sorted()
        .toList();
  }

  /** All that a reader of committed records is given, once an update is among it. */
  private static List<Change<CourierRow>> changesThroughAnUpdate(
      PostgresServer postgres, Broker broker) {
    ChangeCodec<CourierRow> codec = new ChangeCodec<>(CourierRow.class);
    List<Change<CourierRow>> changes = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(broker, "read_committed")) {
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                // One that comes before the snapshot is a row of it.
                execute(
                    postgres, "update public.couriers set updated_at = now() where id = %d", LAST);
                read(consumer, codec, changes);
                return !ids(changes, Operation.UPDATE).isEmpty();
              });
      // The update stands in one partition; the others are read as far as they go by now.
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                read(consumer, codec, changes);
                return ends.entrySet().stream()
                    .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
              });
    }
    return changes;
  }

  private static void read(
      KafkaConsumer<byte[], byte[]> consumer,
      ChangeCodec<CourierRow> codec,
      Collection<Change<CourierRow>> changes)
      throws Exception {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(50))) {
      if (record.value() != null
          && codec.decode(record.value()).orElse(null) instanceof Change<CourierRow> change) {
        changes.add(change);
      }
    }
  }

  /** Records in the topic, committed or not. */
  private static long written(Broker broker) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer(broker, "read_uncommitted")) {
      return consumer.endOffsets(consumer.assignment()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }
  }

  private static KafkaConsumer<byte[], byte[]> consumer(Broker broker, String isolation) {
    KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.bootstrap(), "isolation.level", isolation),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(TopicCatalogue.COURIERS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private static void apply(Worker worker) throws Exception {
    new ConnectorSetup(worker.url(), PATIENCE).apply(ConnectorDefinition.all().get(0));
  }

  private static void execute(PostgresServer postgres, String sql, Object... numbers)
      throws Exception {
    postgres.execute(PostgresServer.DATABASE, DatabaseRole.FLAVOR_APP, sql.formatted(numbers));
  }
}
