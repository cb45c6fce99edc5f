package io.flavortrend.debezium;

import io.debezium.config.Configuration;
import io.debezium.connector.postgresql.PostgresConnectorTask;
import io.debezium.connector.postgresql.PostgresOffsetContext;
import io.debezium.connector.postgresql.PostgresPartition;
import io.debezium.pipeline.ChangeEventSourceCoordinator;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Debezium's task, except that it puts progress beats behind changes at once (see {@link
 * ChangeBeats}), that the first snapshot is one transaction (see {@link WholeSnapshot}), and that
 * it confirms what has been captured at most once a second.
 *
 * <p>An exactly-once worker calls {@link #commit()} after each Kafka transaction, which is a
 * hundred times a second here, and Debezium answers each call by reading the offsets topic to its
 * end on the very thread that hands over the next changes: two more round trips a transaction, and
 * now and then a whole fetch wait. Nothing depends on those confirmations but how much WAL the slot
 * holds back: a restart continues from Kafka's offsets.
 */
public final class FlavorPostgresTask extends PostgresConnectorTask {
  /** Setting of the connector: topics, comma-separated, whose changes are followed by beats. */
  static final String BEAT_TOPICS = "beats.topics";

  private static final Duration CONFIRMATIONS = Duration.ofSeconds(1);

  /** A beat costs a record in each partition, and work in every job that reads it. */
  private static final Duration BEATS = Duration.ofMillis(20);

  private final Pace confirmations = new Pace(CONFIRMATIONS, System::nanoTime);
  private ChangeBeats beats = new ChangeBeats(List.of(), BEATS, System::nanoTime);

  @Override
  public ChangeEventSourceCoordinator<PostgresPartition, PostgresOffsetContext> start(
      Configuration config) {
    String topics = config.getString(BEAT_TOPICS, "");
    beats = new ChangeBeats(List.of(topics.split("\\s*,\\s*")), BEATS, System::nanoTime);
    return super.start(config);
  }

  @Override
  public @Nullable List<SourceRecord> doPoll() throws InterruptedException {
    List<SourceRecord> batch = beats.behind(super.doPoll());
    WholeSnapshot.commitBehind(batch, context.transactionContext());
    return batch;
  }

  @Override
  public void commit() throws InterruptedException {
    if (confirmations.due()) {
      super.commit();
    }
  }
}
