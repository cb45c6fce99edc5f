package io.flavortrend.webapi.auth;

import io.flavortrend.access.AccessToken;
import io.flavortrend.webapi.access.RequestTokens;
import io.flavortrend.webapi.auth.SignIn.Session;
import io.flavortrend.webapi.problems.Problems;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Signing in and out. */
@RestController
@RequestMapping("/api/v1/auth")
class AuthController {
  /** Either user name and password, or the token of a link. */
  record Login(@Nullable String username, @Nullable String password, @Nullable String linkToken) {}

  record LinkFor(@Nullable String username) {}

  record LinkMade(String path, Instant expiresAt) {}

  record PasswordChange(@Nullable String currentPassword, @Nullable String newPassword) {}

  /** Who is signed in. */
  record Me(
      String username, String role, List<Integer> cities, boolean hasPassword, Instant expiresAt) {
    static Me of(AccessToken token, boolean hasPassword) {
      return new Me(
          token.subject(),
          token.role().code(),
          token.cities().stream().sorted().toList(),
          hasPassword,
          token.expiresAt());
    }
  }

  private static final String BY_LINK = "(link)";

  private final SignIn signIn;
  private final LoginThrottle throttle;

  AuthController(SignIn signIn, LoginThrottle throttle) {
    this.signIn = signIn;
    this.throttle = throttle;
  }

  @PostMapping("/login")
  Mono<ResponseEntity<Me>> login(@RequestBody Login login, ServerHttpRequest request) {
    String link = login.linkToken();
    String username = login.username();
    String password = login.password();
    if (link == null && (username == null || password == null)) {
      return Mono.error(Problems.badRequest("username and password, or link_token, are needed"));
    }
    String user = link != null || username == null ? BY_LINK : username;
    String address = address(request);
    Duration wait = throttle.wait(user, address).orElse(Duration.ZERO);
    if (!wait.isZero()) {
      return Mono.error(Problems.tooMany("Too many failures, try again later", wait));
    }
    throttle.tried(user, address);
    Mono<Session> session =
        link != null || password == null
            ? signIn.byLink(String.valueOf(link))
            : signIn.byPassword(user, password);
    return session
        .doOnNext(begun -> throttle.succeeded(user, address))
        .map(
            begun ->
                ResponseEntity.ok()
                    .header(HttpHeaders.SET_COOKIE, cookie(begun, request).toString())
                    .body(Me.of(begun.token(), begun.user().passwordHash() != null)))
        .switchIfEmpty(
            Mono.error(
                () ->
                    Problems.unauthenticated(
                        link == null
                            ? "User name or password is wrong"
                            : "The link is used, expired or wrong")));
  }

  @PostMapping("/links")
  Mono<ResponseEntity<LinkMade>> link(
      @AuthenticationPrincipal AccessToken token, @RequestBody LinkFor link) {
    String username = link.username();
    if (username == null || username.isBlank()) {
      return Mono.error(Problems.badParameter("username", "", "a user's name"));
    }
    return signIn
        .createLink(token.subject(), username)
        .map(
            made ->
                ResponseEntity.status(HttpStatus.CREATED)
                    .body(new LinkMade("/sign-in?link=" + made.token(), made.expiresAt())));
  }

  @PostMapping("/password")
  Mono<ResponseEntity<Void>> password(
      @AuthenticationPrincipal AccessToken token,
      @RequestBody PasswordChange change,
      ServerHttpRequest request) {
    String next = change.newPassword();
    if (next == null) {
      return Mono.error(Problems.badParameter("new_password", "", "at least 12 characters"));
    }
    String address = address(request);
    Duration wait = throttle.wait(token.subject(), address).orElse(Duration.ZERO);
    if (!wait.isZero()) {
      return Mono.error(Problems.tooMany("Too many failures, try again later", wait));
    }
    throttle.tried(token.subject(), address);
    return signIn
        .changePassword(token, change.currentPassword(), next)
        .doOnNext(begun -> throttle.succeeded(token.subject(), address))
        .map(
            begun ->
                ResponseEntity.noContent()
                    .header(HttpHeaders.SET_COOKIE, cookie(begun, request).toString())
                    .build());
  }

  @PostMapping("/logout")
  Mono<ResponseEntity<Void>> logout(
      @AuthenticationPrincipal AccessToken token,
      @RequestParam(defaultValue = "false") boolean everywhere,
      ServerHttpRequest request) {
    return signIn
        .signOut(token, everywhere)
        .thenReturn(
            ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request).toString())
                .build());
  }

  @GetMapping("/me")
  Mono<Me> me(@AuthenticationPrincipal AccessToken token) {
    return token.session() == 0
        ? Mono.just(Me.of(token, false))
        : signIn.user(token).map(user -> Me.of(token, user.passwordHash() != null));
  }

  private static ResponseCookie cookie(Session session, ServerHttpRequest request) {
    Duration age = Duration.between(Instant.now(), session.token().expiresAt());
    return cookie(session.serialized(), age, request);
  }

  private static ResponseCookie cookie(String value, Duration age, ServerHttpRequest request) {
    return ResponseCookie.from(RequestTokens.COOKIE, value)
        .httpOnly(true)
        .sameSite("Strict")
        .secure("https".equals(request.getURI().getScheme()))
        .path("/")
        .maxAge(age)
        .build();
  }

  private static String address(ServerHttpRequest request) {
    InetSocketAddress remote = request.getRemoteAddress();
    return remote == null || remote.getAddress() == null
        ? "unknown"
        : remote.getAddress().getHostAddress();
  }
}
