package io.flavortrend.webapi.store;

import io.flavortrend.webapi.WebapiConfig;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The pool of connections. It opens none at the start: webapi comes up without PostgreSQL too. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  @Bean(destroyMethod = "dispose")
  ConnectionPool connectionPool(WebapiConfig config) {
    StoreConfig store = config.store();
    PostgresqlConnectionFactory factory =
        new PostgresqlConnectionFactory(
            PostgresqlConnectionConfiguration.builder()
                .host(store.host())
                .port(store.port())
                .database(store.database())
                .username(store.username())
                .password(store.password().reveal())
                .applicationName("webapi")
                .connectTimeout(store.connectTimeout())
                .statementTimeout(store.statementTimeout())
                .lockWaitTimeout(store.statementTimeout())
                .tcpKeepAlive(true)
                .build());
    return new ConnectionPool(
        ConnectionPoolConfiguration.builder(factory)
            .name("postgres")
            .initialSize(0)
            .maxSize(store.poolSize())
            .maxAcquireTime(store.acquireTimeout())
            .maxCreateConnectionTime(store.connectTimeout())
            .maxIdleTime(Duration.ofMinutes(5))
            .maxLifeTime(Duration.ofMinutes(30))
            .validationDepth(ValidationDepth.LOCAL)
            .acquireRetry(1)
            .build());
  }

  @Bean
  DatabaseClient databaseClient(ConnectionFactory pool) {
    return DatabaseClient.create(pool);
  }

  @Bean
  TransactionalOperator transactions(ConnectionFactory pool) {
    return TransactionalOperator.create(new R2dbcTransactionManager(pool));
  }
}
