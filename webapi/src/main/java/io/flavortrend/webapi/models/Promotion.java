package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.webapi.audit.ActionsLog;
import io.flavortrend.webapi.audit.ActionsLog.Action;
import io.flavortrend.webapi.problems.Problems;
import io.flavortrend.webapi.time.Present;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Gives roles to models. A release, what follows from it and its entry in the audit log are one
 * transaction; then the topic is told. Thread-safe.
 */
@Service
class Promotion {
  /** So much is needed until every subtask of the job knows; before, the former one answers. */
  private static final Duration LEAD = Duration.ofSeconds(1);

  /**
   * @param announced false where Kafka does not answer: it is told as soon as it does
   */
  record Released(Release release, boolean announced) {}

  private final Releases releases;
  private final ModelVersions versions;
  private final Announcer announcer;
  private final ActionsLog log;
  private final TransactionalOperator transactions;
  private final Present present;
  private final Clock clock;

  Promotion(
      Releases releases,
      ModelVersions versions,
      Announcer announcer,
      ActionsLog log,
      TransactionalOperator transactions,
      Present present,
      Clock clock) {
    this.releases = releases;
    this.versions = versions;
    this.announcer = announcer;
    this.log = log;
    this.transactions = transactions;
    this.present = present;
    this.clock = clock;
  }

  /**
   * Gives the role to a registered version; 404 where it is none, 409 where the champion is asked
   * to challenge itself.
   *
   * @param effectiveFrom null for a second from now
   */
  Mono<Released> promote(
      String version, Role role, @Nullable Instant effectiveFrom, String username) {
    Mono<Release> promoted =
        Mono.zip(requireKnown(version), releases.history(), from(effectiveFrom, LEAD))
            .flatMap(
                found -> {
                  ReleaseHistory history = found.getT2();
                  if (effectiveFrom == null && history.plays(role, version)) {
                    return Mono.justOrEmpty(history.standing(role));
                  }
                  if (role == Role.CHALLENGER && history.plays(Role.CHAMPION, version)) {
                    return Mono.error(
                        Problems.conflict("%s is the champion already".formatted(version)));
                  }
                  Release.Reason reason =
                      history.knows(role) ? Release.Reason.PROMOTED : Release.Reason.FIRST;
                  return write(
                      history,
                      release(role, version, found.getT3(), username, reason),
                      Action.MODEL_RELEASED);
                });
    return underLock(promoted);
  }

  /** Brings the former champion back, from now on; 409 where there was none. */
  Mono<Released> rollBack(String username) {
    Mono<Release> rolledBack =
        Mono.zip(releases.history(), from(null, Duration.ZERO))
            .flatMap(
                found -> {
                  ReleaseHistory history = found.getT1();
                  String former =
                      history
                          .formerChampion()
                          .orElseThrow(() -> Problems.conflict("There is no former champion"));
                  return write(
                      history,
                      release(
                          Role.CHAMPION,
                          former,
                          found.getT2(),
                          username,
                          Release.Reason.ROLLED_BACK),
                      Action.MODEL_ROLLED_BACK);
                });
    return underLock(rolledBack);
  }

  /** Takes the challenger's role away; 404 where nobody plays it. */
  Mono<Released> withdrawChallenger(String username) {
    Mono<Release> withdrawn =
        releases
            .history()
            .filter(history -> history.standing(Role.CHALLENGER).isPresent())
            .switchIfEmpty(Mono.error(() -> Problems.notFound("There is no challenger")))
            .flatMap(history -> withdraw(username));
    return underLock(withdrawn);
  }

  private Mono<Released> underLock(Mono<Release> decided) {
    return releases
        .lock()
        .then(decided)
        .as(transactions::transactional)
        .flatMap(
            release -> announcer.announce().map(announced -> new Released(release, announced)));
  }

  /** Who becomes the champion challenges nobody any more. */
  private Mono<Release> write(ReleaseHistory history, Release release, Action action) {
    String version = String.valueOf(release.modelVersion());
    boolean wasChallenger =
        release.role() == Role.CHAMPION && history.plays(Role.CHALLENGER, version);
    return Flux.concat(
            releases.insert(release),
            log.append(
                release.announcedAt(),
                release.announcedBy(),
                action,
                release.role().code() + " " + version),
            wasChallenger ? withdraw(release.announcedBy()).then() : Mono.<Void>empty())
        .then(Mono.just(release));
  }

  private Mono<Release> withdraw(String username) {
    Release release = release(Role.CHALLENGER, null, null, username, Release.Reason.WITHDRAWN);
    return releases
        .insert(release)
        .then(
            log.append(
                release.announcedAt(), username, Action.MODEL_WITHDRAWN, Role.CHALLENGER.code()))
        .thenReturn(release);
  }

  private Release release(
      Role role,
      @Nullable String version,
      @Nullable Instant effectiveFrom,
      String username,
      Release.Reason reason) {
    return new Release(
        role,
        version,
        effectiveFrom,
        clock.instant().truncatedTo(ChronoUnit.MICROS),
        username,
        reason);
  }

  private Mono<Instant> from(@Nullable Instant asked, Duration later) {
    Mono<Instant> from =
        asked == null ? present.now().map(now -> now.plus(later)) : Mono.just(asked);
    return from.map(instant -> instant.truncatedTo(ChronoUnit.MICROS));
  }

  private Mono<ModelVersion> requireKnown(String version) {
    return versions
        .find(version)
        .switchIfEmpty(Mono.error(() -> Problems.notFound("There is no model version " + version)));
  }
}
