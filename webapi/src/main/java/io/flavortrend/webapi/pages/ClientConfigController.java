package io.flavortrend.webapi.pages;

import io.flavortrend.webapi.WebapiConfig;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a page has to know before anyone signs in. */
@RestController
class ClientConfigController {
  /**
   * @param notifierUrl null: the page's own host and scheme with {@code notifierPort}
   */
  record ClientConfig(
      @Nullable URI notifierUrl, int notifierPort, String notifierPath, String version) {}

  private final ClientConfig config;

  ClientConfigController(WebapiConfig config) {
    String version = getClass().getPackage().getImplementationVersion();
    this.config =
        new ClientConfig(
            config.notifierPublicUrl(),
            config.notifierPort(),
            "/ws",
            version == null ? "development" : version);
  }

  @GetMapping("/api/v1/client-config")
  ClientConfig clientConfig() {
    return config;
  }
}
