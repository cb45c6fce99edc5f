package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.webapi.store.StoreFailure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Makes the topic say what the table says: after each release, every few seconds from the start and
 * for as long as that has failed, and every minute in any case, so that neither an outage of Kafka
 * nor a caller who hangs up nor a topic made anew loses a release. Thread-safe.
 */
@Component
class Announcer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final Duration RETRY = Duration.ofSeconds(3);
  private static final int RETRIES_PER_MINUTE = 20;

  private final Releases releases;
  private final ReleaseTopic topic;
  private final BundledModel bundled;
  private final TransactionalOperator transactions;
  private final AtomicBoolean pending = new AtomicBoolean(true);
  private final AtomicBoolean failing = new AtomicBoolean();
  private final Disposable.Swap retries = Disposables.swap();

  Announcer(
      Releases releases,
      ReleaseTopic topic,
      BundledModel bundled,
      TransactionalOperator transactions) {
    this.releases = releases;
    this.topic = topic;
    this.bundled = bundled;
    this.transactions = transactions;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    retries.update(
        Flux.interval(Duration.ZERO, RETRY)
            .onBackpressureDrop()
            .filter(tick -> pending.get() || tick % RETRIES_PER_MINUTE == 0)
            .concatMap(tick -> bundled.ensure().then(announce()).onErrorResume(this::later), 1)
            .subscribe());
  }

  @Override
  public void close() {
    retries.dispose();
  }

  /** Tells the topic what it does not say yet; false where it will be told later. */
  Mono<Boolean> announce() {
    return releases
        .anyYet()
        .filter(any -> any)
        .flatMap(any -> Mono.fromCallable(topic::told).subscribeOn(Schedulers.boundedElastic()))
        .flatMap(told -> tellUnderLock(told).thenReturn(true))
        .defaultIfEmpty(true)
        .doOnNext(
            done -> {
              pending.set(false);
              failing.set(false);
            })
        .onErrorResume(this::later);
  }

  // One announces at a time, of all webapis: else an older release could be told after a newer.
  private Mono<Void> tellUnderLock(Map<Role, ModelRelease> told) {
    return releases
        .lock()
        .then(releases.standing())
        .flatMap(
            standing ->
                Mono.fromRunnable(() -> tellDifferences(told, standing))
                    .subscribeOn(Schedulers.boundedElastic()))
        .then()
        .as(transactions::transactional);
  }

  private void tellDifferences(Map<Role, ModelRelease> told, List<ModelRelease> standing) {
    Map<Role, ModelRelease> byRole =
        new HashMap<>(
            standing.stream().collect(Collectors.toMap(ModelRelease::role, found -> found)));
    for (Role role : Role.values()) {
      ModelRelease release = byRole.get(role);
      if (!Objects.equals(told.get(role), release)) {
        topic.tell(role, release);
        LOG.info("Told that the {} is {}", role.code(), release == null ? "none" : release);
      }
    }
  }

  private Mono<Boolean> later(Throwable failure) {
    if (!(failure instanceof KafkaException) && StoreFailure.reason(failure).isEmpty()) {
      return Mono.error(failure);
    }
    pending.set(true);
    if (!failing.getAndSet(true)) {
      LOG.warn(
          "Releases will be announced later: {}",
          NestedExceptionUtils.getMostSpecificCause(failure).toString());
    }
    return Mono.just(false);
  }
}
