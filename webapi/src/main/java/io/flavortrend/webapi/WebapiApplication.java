package io.flavortrend.webapi;

import io.flavortrend.access.AccessTokens;
import io.flavortrend.contracts.codec.Json;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.MissingSecretException;
import io.flavortrend.settings.Settings;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.ReactiveUserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/** REST for the dashboard and for scripts, and the server of the dashboard's pages. */
@SpringBootApplication(
    proxyBeanMethods = false,
    exclude = ReactiveUserDetailsServiceAutoConfiguration.class)
public class WebapiApplication {
  private static final int EXIT_WRONG_SETTING = 2;

  /** Reads the settings from the environment and starts; a wrong setting ends with exit code 2. */
  public static void main(String[] args) {
    WebapiConfig config;
    try {
      config = WebapiConfig.from(Settings.fromEnvironment());
    } catch (InvalidSettingException | MissingSecretException e) {
      System.err.println(e.getMessage());
      System.exit(EXIT_WRONG_SETTING);
      return;
    }
    start(config);
  }

  /** Starts the server with these settings; the caller closes what is returned. */
  public static ConfigurableApplicationContext start(WebapiConfig config) {
    SpringApplication application = new SpringApplication(WebapiApplication.class);
    application.setDefaultProperties(
        Map.of(
            "server.address",
            config.bindAddress(),
            "server.port",
            config.port(),
            "server.forward-headers-strategy",
            config.trustForwarded() ? "framework" : "none"));
    application.addInitializers(
        context ->
            ((GenericApplicationContext) context).registerBean(WebapiConfig.class, () -> config));
    return application.run();
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Event loops of the server alone: closing it must not stop what else runs in this JVM. */
  @Bean
  ReactorResourceFactory reactorResources() {
    ReactorResourceFactory resources = new ReactorResourceFactory();
    resources.setUseGlobalResources(false);
    return resources;
  }

  @Bean
  JsonMapper jsonMapper() {
    return Json.mapper();
  }

  @Bean
  AccessTokens accessTokens(WebapiConfig config, Clock clock) {
    return new AccessTokens(config.tokenKey(), clock);
  }
}
