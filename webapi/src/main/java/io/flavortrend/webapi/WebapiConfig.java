package io.flavortrend.webapi;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Secret;
import io.flavortrend.settings.Settings;
import io.flavortrend.webapi.modelhealth.HealthConfig;
import io.flavortrend.webapi.models.ModelsConfig;
import io.flavortrend.webapi.store.StoreConfig;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the process.
 *
 * @param bindAddress address that the server listens on
 * @param port TCP port; 0 takes a free one
 * @param trustForwarded true behind a proxy that sets X-Forwarded-… headers itself
 * @param notifierPort where a page finds the WebSocket on its own host
 * @param notifierPublicUrl where a page finds the WebSocket otherwise; null for its own host
 * @param sessionLifetime how long a sign-in lasts
 * @param requestTimeout longest time that an answer may take
 * @param models where model packages may come from
 * @param health from when on a model's health is worth a warning
 * @param neighbours where the other processes are
 */
public record WebapiConfig(
    String bindAddress,
    int port,
    boolean trustForwarded,
    TimeDomain timeDomain,
    Secret tokenKey,
    StoreConfig store,
    int notifierPort,
    @Nullable URI notifierPublicUrl,
    Duration sessionLifetime,
    Duration requestTimeout,
    ModelsConfig models,
    HealthConfig health,
    Neighbours neighbours) {

  /**
   * Base URLs of the other processes, and Kafka's bootstrap servers.
   *
   * @param generator null where the stack runs no generator
   */
  public record Neighbours(
      URI flink, URI connect, URI notifier, @Nullable URI generator, String kafkaBootstrap) {}

  /**
   * Reads and checks them.
   *
   * @throws InvalidSettingException naming key, value and what is allowed
   * @throws io.flavortrend.settings.MissingSecretException naming the secret's file
   */
  public static WebapiConfig from(Settings settings) {
    TimeDomain domain = settings.choice("FLAVOR_TIME_DOMAIN", TimeDomain.class, TimeDomain.LIVE);
    int notifierPort = settings.port("FLAVOR_NOTIFIER_PORT", 8090);
    return new WebapiConfig(
        settings.text("FLAVOR_BIND_ADDRESS", "127.0.0.1"),
        settings.integer("FLAVOR_WEBAPI_PORT", 8080, 0, 65_535),
        settings.flag("FLAVOR_TRUST_FORWARDED_HEADERS", false),
        domain,
        settings.secret("token.key"),
        StoreConfig.from(settings),
        notifierPort,
        settings.has("FLAVOR_NOTIFIER_PUBLIC_URL")
            ? url(settings, "FLAVOR_NOTIFIER_PUBLIC_URL", "")
            : null,
        settings.duration("FLAVOR_SESSION_LIFETIME", Duration.ofHours(12)),
        settings.duration("FLAVOR_WEBAPI_REQUEST_TIMEOUT", Duration.ofSeconds(30)),
        ModelsConfig.from(settings),
        HealthConfig.from(settings),
        new Neighbours(
            url(settings, "FLAVOR_FLINK_URL", local(settings.port("FLAVOR_FLINK_PORT", 8081))),
            url(settings, "FLAVOR_CONNECT_URL", local(settings.port("FLAVOR_CONNECT_PORT", 8083))),
            url(settings, "FLAVOR_NOTIFIER_URL", local(notifierPort)),
            domain == TimeDomain.LOG
                ? null
                : url(
                    settings,
                    "FLAVOR_GENERATOR_URL",
                    local(settings.port("FLAVOR_GENERATOR_PORT", 8095))),
            settings.text("FLAVOR_KAFKA_BOOTSTRAP", "127.0.0.1:9092")));
  }

  private static String local(int port) {
    return "http://127.0.0.1:" + port;
  }

  private static URI url(Settings settings, String key, String defaultValue) {
    String text = settings.text(key, defaultValue);
    try {
      URI uri = URI.create(text);
      if (uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?|wss?")) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      InvalidSettingException invalid = new InvalidSettingException(key, text, "a URL");
      invalid.initCause(e);
      throw invalid;
    }
    throw new InvalidSettingException(key, text, "a URL such as http://127.0.0.1:8081");
  }
}
