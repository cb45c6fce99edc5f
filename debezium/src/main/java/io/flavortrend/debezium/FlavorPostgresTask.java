package io.flavortrend.debezium;

import io.debezium.connector.postgresql.PostgresConnectorTask;
import java.time.Duration;

/**
 * Debezium's task, except that it confirms what has been captured at most once a second.
 *
 * <p>An exactly-once worker calls {@link #commit()} after each Kafka transaction, which is a
 * hundred times a second here, and Debezium answers each call by reading the offsets topic to its
 * end on the very thread that hands over the next changes: two more round trips a transaction, and
 * now and then a whole fetch wait. Nothing depends on those confirmations but how much WAL the slot
 * holds back: a restart continues from Kafka's offsets.
 */
public final class FlavorPostgresTask extends PostgresConnectorTask {
  private static final Duration PACE = Duration.ofSeconds(1);

  private final Pace pace = new Pace(PACE, System::nanoTime);

  @Override
  public void commit() throws InterruptedException {
    if (pace.due()) {
      super.commit();
    }
  }
}
