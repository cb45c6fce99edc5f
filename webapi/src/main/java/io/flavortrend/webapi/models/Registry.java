package io.flavortrend.webapi.models;

import io.flavortrend.inference.modelpackage.ModelPackage;
import io.flavortrend.inference.modelpackage.ModelPackageException;
import io.flavortrend.webapi.audit.ActionsLog;
import io.flavortrend.webapi.audit.ActionsLog.Action;
import io.flavortrend.webapi.problems.Problems;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes models in: what is registered can be used. Thread-safe. */
@Service
class Registry {
  /**
   * What came of a registration.
   *
   * @param created false where the same package had been registered before
   */
  record Registered(ModelVersion version, boolean created) {}

  private final PackageSources sources;
  private final ModelVersions versions;
  private final ActionsLog log;
  private final TransactionalOperator transactions;
  private final Clock clock;

  Registry(
      PackageSources sources,
      ModelVersions versions,
      ActionsLog log,
      TransactionalOperator transactions,
      Clock clock) {
    this.sources = sources;
    this.versions = versions;
    this.log = log;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Registers the package at a URI; 422 where it cannot be used, 409 where the version is another.
   *
   * @param sha256 of its bytes; null where any will do
   */
  Mono<Registered> register(URI uri, @Nullable String sha256, String origin, String username) {
    return Mono.fromCallable(() -> usable(uri, sha256))
        .subscribeOn(Schedulers.boundedElastic())
        .onErrorMap(ModelPackageException.class, Registry::refused)
        .flatMap(found -> write(found, uri, origin, username));
  }

  private Mono<Registered> write(ModelPackage found, URI uri, String origin, String username) {
    String version = found.signature().modelVersion();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return versions
        .insert(found, uri.toString(), origin, now, username)
        .flatMap(
            rows ->
                rows == 0
                    ? Mono.just(false)
                    : log.append(now, username, Action.MODEL_REGISTERED, version).thenReturn(true))
        .as(transactions::transactional)
        .flatMap(created -> versions.find(version).map(stored -> new Registered(stored, created)))
        .filter(stored -> stored.version().sha256().equals(found.sha256()))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problems.conflict(
                        "Model version %s is registered with another sha256".formatted(version))));
  }

  /** Fetches it and opens it once: a model that cannot be opened must not be promoted. */
  private ModelPackage usable(URI uri, @Nullable String sha256) throws ModelPackageException {
    ModelPackage found = sources.fetch(uri, sha256);
    PackageSources.open(found).close();
    return found;
  }

  private static RuntimeException refused(ModelPackageException refusal) {
    return Problems.unprocessable(
        refusal.reason().code(), "The package is refused: " + refusal.getMessage());
  }
}
