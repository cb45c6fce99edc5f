package io.flavortrend.webapi.testing;

import io.flavortrend.contracts.topics.Broker;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSetup;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;

/** One real broker with the topic of releases for all tests of this JVM. */
public final class TestBroker {
  private static Broker shared;

  private TestBroker() {}

  /** Bootstrap servers; the first who asks starts the broker, which ends with the JVM. */
  public static synchronized String shared() {
    if (shared == null) {
      try {
        shared = new Broker(Files.createTempDirectory("broker"));
        try (Admin admin = shared.admin()) {
          var unused =
              new TopicSetup(admin, Optional.of((short) 1))
                  .apply(List.of(TopicCatalogue.ETA_MODELS));
        }
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return shared.bootstrap();
  }
}
