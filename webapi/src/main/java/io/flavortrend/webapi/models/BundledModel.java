package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.webapi.WebapiConfig;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.ErrorResponseException;
import reactor.core.publisher.Mono;

/**
 * The model that ships with the platform: the champion of predictions of all times where no other
 * was ever registered, so that the first start predicts at once. Thread-safe.
 */
@Component
class BundledModel {
  private static final Logger LOG = LoggerFactory.getLogger(BundledModel.class);
  private static final String BY = "flavor";

  private final Registry registry;
  private final ModelVersions versions;
  private final Releases releases;
  private final TransactionalOperator transactions;
  private final Clock clock;
  private final URI uri;

  BundledModel(
      Registry registry,
      ModelVersions versions,
      Releases releases,
      TransactionalOperator transactions,
      Clock clock,
      WebapiConfig config) {
    this.registry = registry;
    this.versions = versions;
    this.releases = releases;
    this.transactions = transactions;
    this.clock = clock;
    this.uri = config.models().bundled();
  }

  /** Registers and releases it where it is there and no model is; harmless to repeat. */
  Mono<Void> ensure() {
    if (BundledModel.class.getResource(uri.getPath()) == null) {
      return Mono.empty();
    }
    return versions
        .isEmpty()
        .filter(empty -> empty)
        .flatMap(empty -> registry.register(uri, null, "bundled", BY))
        .filter(Registry.Registered::created)
        .flatMap(registered -> release(registered.version().modelVersion()))
        .as(transactions::transactional)
        .onErrorResume(
            ErrorResponseException.class,
            refused -> {
              LOG.error("The bundled model is not used: {}", refused.getMessage());
              return Mono.empty();
            });
  }

  private Mono<Void> release(String version) {
    return releases.insert(
        new Release(
            Role.CHAMPION,
            version,
            null,
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            BY,
            Release.Reason.FIRST));
  }
}
