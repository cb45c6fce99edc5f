package io.flavortrend.debezium;

import io.debezium.connector.postgresql.PostgresConnector;
import java.util.Map;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;

/** Debezium's connector with a task that ends Kafka's transactions itself. */
public final class FlavorPostgresConnector extends PostgresConnector {
  @Override
  public Class<? extends Task> taskClass() {
    return FlavorPostgresTask.class;
  }

  @Override
  public ConnectorTransactionBoundaries canDefineTransactionBoundaries(
      Map<String, String> connectorConfig) {
    return ConnectorTransactionBoundaries.SUPPORTED;
  }
}
