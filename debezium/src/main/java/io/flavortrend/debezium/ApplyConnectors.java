package io.flavortrend.debezium;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.net.URI;
import java.time.Duration;

/**
 * Brings all connectors to the Kafka Connect of {@code FLAVOR_CONNECT_URL} and waits until they
 * run, each for {@code FLAVOR_CONNECTOR_TIMEOUT} at the longest (default one minute). Exit code 0
 * when they do, 1 when Connect refuses or fails, 2 for a wrong setting; one line says why.
 */
public final class ApplyConnectors {
  private ApplyConnectors() {}

  public static void main(String[] args) throws InterruptedException {
    System.exit(run(Settings.fromEnvironment()));
  }

  static int run(Settings settings) throws InterruptedException {
    try {
      ConnectorSetup setup =
          new ConnectorSetup(
              url(settings), settings.duration("FLAVOR_CONNECTOR_TIMEOUT", Duration.ofMinutes(1)));
      for (ConnectorDefinition connector : ConnectorDefinition.all()) {
        System.out.println(setup.apply(connector));
      }
      return 0;
    } catch (InvalidSettingException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (ConnectException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static URI url(Settings settings) {
    String key = "FLAVOR_CONNECT_URL";
    String text =
        settings.text(key, "http://127.0.0.1:" + settings.port("FLAVOR_CONNECT_PORT", 8083));
    String allowed = "a URL such as http://127.0.0.1:8083";
    try {
      URI url = URI.create(text.replaceAll("/+$", ""));
      if (url.getScheme() != null && url.getScheme().startsWith("http") && url.getHost() != null) {
        return url;
      }
    } catch (IllegalArgumentException e) {
      InvalidSettingException invalid = new InvalidSettingException(key, text, allowed);
      invalid.initCause(e);
      throw invalid;
    }
    throw new InvalidSettingException(key, text, allowed);
  }
}
