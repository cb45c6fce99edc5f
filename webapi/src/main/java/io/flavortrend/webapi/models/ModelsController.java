package io.flavortrend.webapi.models;

import io.flavortrend.access.AccessToken;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.webapi.problems.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Model versions: which there are, and who plays which role. */
@RestController
@RequestMapping("/api/v1/model")
class ModelsController {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final List<String> ORIGINS = List.of("trained", "imported");

  /** A release as it is told. */
  record ReleaseTold(
      String role,
      @Nullable String modelVersion,
      @Nullable Instant effectiveFrom,
      Instant announcedAt,
      String announcedBy,
      String reason) {
    static ReleaseTold of(Release release) {
      return new ReleaseTold(
          release.role().code(),
          release.modelVersion(),
          release.effectiveFrom(),
          release.announcedAt(),
          release.announcedBy(),
          release.reason().code());
    }
  }

  /**
   * @param champion its version; null where the baseline answers
   * @param challenger its version; null without one
   * @param items the newest registration first
   * @param releases the newest first
   */
  record Versions(
      @Nullable String champion,
      @Nullable String challenger,
      List<ModelVersion> items,
      List<ReleaseTold> releases) {}

  /** A package to register. */
  record Registration(
      @Nullable String packageUri, @Nullable String sha256, @Nullable String origin) {}

  /**
   * @param effectiveFrom null for a second from now
   */
  record RoleAsked(@Nullable String role, @Nullable Instant effectiveFrom) {}

  /**
   * @param announced false where Kafka does not answer; it is told as soon as it does
   */
  record Outcome(ReleaseTold release, boolean announced) {
    static Outcome of(Promotion.Released released) {
      return new Outcome(ReleaseTold.of(released.release()), released.announced());
    }
  }

  private final ModelVersions versions;
  private final Releases releases;
  private final Registry registry;
  private final Promotion promotion;
  private final PackageSources sources;

  ModelsController(
      ModelVersions versions,
      Releases releases,
      Registry registry,
      Promotion promotion,
      PackageSources sources) {
    this.versions = versions;
    this.releases = releases;
    this.registry = registry;
    this.promotion = promotion;
    this.sources = sources;
  }

  @GetMapping("/versions")
  Mono<Versions> versions() {
    return Mono.zip(versions.all(), releases.history())
        .map(found -> versions(found.getT1(), found.getT2()));
  }

  @PostMapping("/versions")
  Mono<ResponseEntity<ModelVersion>> register(
      @AuthenticationPrincipal AccessToken token, @RequestBody Registration asked) {
    URI uri = packageUri(asked.packageUri());
    String sha256 = asked.sha256();
    if (sha256 == null || !SHA256.matcher(sha256).matches()) {
      throw Problems.badParameter(
          "sha256", String.valueOf(sha256), "64 lower-case hexadecimal digits");
    }
    String origin = asked.origin();
    if (origin == null || !ORIGINS.contains(origin)) {
      throw Problems.badParameter(
          "origin", String.valueOf(origin), "one of " + String.join(", ", ORIGINS));
    }
    return registry
        .register(uri, sha256, origin, token.subject())
        .map(
            registered ->
                ResponseEntity.status(registered.created() ? HttpStatus.CREATED : HttpStatus.OK)
                    .body(registered.version()));
  }

  @PostMapping("/{version}/promote")
  Mono<Outcome> promote(
      @AuthenticationPrincipal AccessToken token,
      @PathVariable String version,
      @RequestBody RoleAsked asked) {
    return promotion
        .promote(version, role(asked.role()), asked.effectiveFrom(), token.subject())
        .map(Outcome::of);
  }

  @PostMapping("/rollback")
  Mono<Outcome> rollBack(@AuthenticationPrincipal AccessToken token) {
    return promotion.rollBack(token.subject()).map(Outcome::of);
  }

  @DeleteMapping("/challenger")
  Mono<Outcome> withdrawChallenger(@AuthenticationPrincipal AccessToken token) {
    return promotion.withdrawChallenger(token.subject()).map(Outcome::of);
  }

  private static Versions versions(List<ModelVersion> items, ReleaseHistory history) {
    List<Release> newestFirst = new ArrayList<>(history.releases());
    Collections.reverse(newestFirst);
    return new Versions(
        history.standing(Role.CHAMPION).map(Release::modelVersion).orElse(null),
        history.standing(Role.CHALLENGER).map(Release::modelVersion).orElse(null),
        items,
        newestFirst.stream().map(ReleaseTold::of).toList());
  }

  private URI packageUri(@Nullable String text) {
    try {
      URI uri = new URI(text == null ? "" : text);
      if (sources.allows(uri)) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw notAllowed(text);
    }
    throw notAllowed(text);
  }

  private static RuntimeException notAllowed(@Nullable String uri) {
    return Problems.badParameter("package_uri", String.valueOf(uri), PackageSources.ALLOWED);
  }

  private static Role role(@Nullable String code) {
    return Arrays.stream(Role.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                Problems.badParameter(
                    "role",
                    String.valueOf(code),
                    "one of "
                        + String.join(
                            ", ", Arrays.stream(Role.values()).map(Role::code).toList())));
  }
}
