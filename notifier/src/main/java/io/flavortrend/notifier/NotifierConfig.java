package io.flavortrend.notifier;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.notifier.access.AllowedOrigins;
import io.flavortrend.notifier.clients.ClientLimits;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;

/**
 * Settings of the process.
 *
 * @param bindAddress address that the server listens on
 * @param port TCP port; 0 takes a free one
 * @param origins from where browsers may open the WebSocket
 * @param ringEvents events of each channel held for clients that come back
 * @param readBack records of each partition read back at the start at most
 * @param maxReplayed a client that missed more gets a snapshot instead
 */
public record NotifierConfig(
    String bindAddress,
    int port,
    String kafkaBootstrap,
    TimeDomain timeDomain,
    AllowedOrigins origins,
    Secret tokenKey,
    int ringEvents,
    int readBack,
    int maxReplayed,
    ClientLimits clientLimits) {

  private static final String ORIGINS = "FLAVOR_ALLOWED_ORIGINS";
  private static final String DEFAULT_ORIGINS = "http://localhost:8080,http://127.0.0.1:8080";

  /**
   * Reads and checks them.
   *
   * @throws InvalidSettingException naming key, value and what is allowed
   * @throws io.flavortrend.settings.MissingSecretException naming the secret's file
   */
  public static NotifierConfig from(Settings settings) {
    return new NotifierConfig(
        settings.text("FLAVOR_BIND_ADDRESS", "127.0.0.1"),
        settings.integer("FLAVOR_NOTIFIER_PORT", 8090, 0, 65_535),
        settings.text("FLAVOR_KAFKA_BOOTSTRAP", "127.0.0.1:9092"),
        settings.choice("FLAVOR_TIME_DOMAIN", TimeDomain.class, TimeDomain.LIVE),
        origins(settings),
        settings.secret("token.key"),
        settings.integer("FLAVOR_NOTIFIER_RING_EVENTS", 40_000, 100, 1_000_000),
        settings.integer("FLAVOR_NOTIFIER_READ_BACK", 30_000, 0, 1_000_000),
        settings.integer("FLAVOR_NOTIFIER_MAX_REPLAYED", 2_000, 0, 1_000_000),
        ClientLimits.from(settings));
  }

  private static AllowedOrigins origins(Settings settings) {
    String list = settings.text(ORIGINS, DEFAULT_ORIGINS);
    try {
      return AllowedOrigins.parse(list);
    } catch (IllegalArgumentException e) {
      InvalidSettingException invalid =
          new InvalidSettingException(
              ORIGINS, list, "a comma-separated list of origins such as http://localhost:8080");
      invalid.initCause(e);
      throw invalid;
    }
  }
}
