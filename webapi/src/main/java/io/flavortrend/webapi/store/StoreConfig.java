package io.flavortrend.webapi.store;

import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;
import java.time.Duration;

/**
 * Where PostgreSQL is and what it may cost to ask it.
 *
 * @param poolSize connections at most
 * @param acquireTimeout time to wait for one
 * @param connectTimeout time to open one
 * @param statementTimeout time for one statement
 */
public record StoreConfig(
    String host,
    int port,
    String database,
    String username,
    Secret password,
    int poolSize,
    Duration acquireTimeout,
    Duration connectTimeout,
    Duration statementTimeout) {

  /** Reads and checks them. */
  public static StoreConfig from(Settings settings) {
    return new StoreConfig(
        settings.text("FLAVOR_POSTGRES_HOST", "127.0.0.1"),
        settings.port("FLAVOR_POSTGRES_PORT", 15_432),
        settings.text("FLAVOR_POSTGRES_DATABASE", "flavor"),
        "flavor_api",
        settings.secret("flavor_api.password"),
        settings.integer("FLAVOR_WEBAPI_POOL_SIZE", 8, 1, 100),
        settings.duration("FLAVOR_WEBAPI_ACQUIRE_TIMEOUT", Duration.ofSeconds(2)),
        settings.duration("FLAVOR_WEBAPI_CONNECT_TIMEOUT", Duration.ofSeconds(2)),
        settings.duration("FLAVOR_WEBAPI_STATEMENT_TIMEOUT", Duration.ofSeconds(5)));
  }
}
