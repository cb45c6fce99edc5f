package io.flavortrend.debezium;

import io.debezium.connector.postgresql.PostgresConnector;
import org.apache.kafka.connect.connector.Task;

/** Debezium's connector, whose task confirms to PostgreSQL at a calmer pace. */
public final class FlavorPostgresConnector extends PostgresConnector {
  @Override
  public Class<? extends Task> taskClass() {
    return FlavorPostgresTask.class;
  }
}
