package io.flavortrend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.settings.Secret;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Secret KEY = new Secret("0123456789abcdef0123456789abcdef");

  private final AccessTokens tokens = at(NOW, KEY);

  @Test
  void whatWasSignedIsReadBack() throws InvalidTokenException {
    AccessToken token = token(NOW.plusSeconds(60));

    assertThat(tokens.verify(tokens.sign(token))).isEqualTo(token);
  }

  @Test
  void anExpiredTokenIsRefused() {
    String signed = tokens.sign(token(NOW.plusSeconds(60)));

    assertThatThrownBy(() -> at(NOW.plusSeconds(60), KEY).verify(signed))
        .isInstanceOf(InvalidTokenException.class)
        .hasMessage("The token has expired");
  }

  @Test
  void aTokenSignedWithAnotherKeyIsRefused() {
    String signed =
        at(NOW, new Secret("another-key-another-key-another-key")).sign(token(NOW.plusSeconds(60)));

    assertThatThrownBy(() -> tokens.verify(signed))
        .isInstanceOf(InvalidTokenException.class)
        .hasMessage("The token's signature is wrong");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "a.b.c",
        // {"alg":"none"} with an otherwise plausible body
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiIsInJvbGUiOiJhZG1pbiJ9."
      })
  void rubbishIsRefused(String rubbish) {
    assertThatThrownBy(() -> tokens.verify(rubbish)).isInstanceOf(InvalidTokenException.class);
  }

  @Test
  void aShortKeyIsRefused() {
    assertThatThrownBy(() -> at(NOW, new Secret("short")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(AccessTokens.KEY_SECRET);
  }

  @Test
  void rolesCoverTheOnesBelow() {
    assertThat(Role.ADMIN.covers(Role.OPERATOR)).isTrue();
    assertThat(Role.VIEWER.covers(Role.OPERATOR)).isFalse();
    assertThatThrownBy(() -> Role.of("root")).hasMessageContaining("viewer, operator, admin");
  }

  @Test
  void citiesLimitWhatIsSeen() {
    assertThat(token(NOW).maySee(3)).isTrue();
    assertThat(token(NOW).maySee(4)).isFalse();
    assertThat(new AccessToken("a", Role.VIEWER, Set.of(), 0, NOW).maySee(4)).isTrue();
  }

  private static AccessToken token(Instant expiresAt) {
    return new AccessToken("amira", Role.OPERATOR, Set.of(3, 7), 42, expiresAt);
  }

  private static AccessTokens at(Instant now, Secret key) {
    return new AccessTokens(key, Clock.fixed(now, ZoneOffset.UTC));
  }
}
