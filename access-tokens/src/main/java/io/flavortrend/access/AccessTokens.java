package io.flavortrend.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.flavortrend.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Signs and checks tokens: JSON Web Tokens (RFC 7519) with HMAC-SHA-256, one key for the platform
 * in the secret {@value #KEY_SECRET}. Thread-safe.
 */
public final class AccessTokens {
  /** Name of the secret that holds the signing key: at least 32 bytes of text. */
  public static final String KEY_SECRET = "token.key";

  private static final String ISSUER = "flavortrend";
  private static final String ROLE = "role";
  private static final String CITIES = "cities";
  private static final String SESSION = "session";

  private final byte[] key;
  private final Clock clock;

  /**
   * @param key the signing key
   * @param clock tells whether a token has expired
   * @throws IllegalArgumentException when the key is shorter than 32 bytes
   */
  public AccessTokens(Secret key, Clock clock) {
    this.key = key.reveal().getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
    if (this.key.length < 32) {
      throw new IllegalArgumentException(
          "The secret %s is shorter than 32 bytes".formatted(KEY_SECRET));
    }
  }

  /** Signs a token. */
  public String sign(AccessToken token) {
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .jwtID(UUID.randomUUID().toString())
            .subject(token.subject())
            .claim(ROLE, token.role().code())
            .claim(CITIES, token.cities().stream().sorted().toList())
            .claim(SESSION, token.session())
            .issueTime(Date.from(clock.instant()))
            .expirationTime(Date.from(token.expiresAt()))
            .build();
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      jwt.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("HMAC-SHA-256 is not available in this JVM", e);
    }
    return jwt.serialize();
  }

  /**
   * Checks signature, issuer, algorithm and expiry.
   *
   * @throws InvalidTokenException when any of them is wrong
   */
  public AccessToken verify(String serialized) throws InvalidTokenException {
    try {
      SignedJWT jwt = SignedJWT.parse(serialized);
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
          || !jwt.verify(new MACVerifier(key))) {
        throw new InvalidTokenException("The token's signature is wrong");
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Date expires = claims.getExpirationTime();
      if (!ISSUER.equals(claims.getIssuer()) || expires == null || claims.getSubject() == null) {
        throw new InvalidTokenException("The token lacks issuer, subject or expiry");
      }
      if (!clock.instant().isBefore(expires.toInstant())) {
        throw new InvalidTokenException("The token has expired");
      }
      return new AccessToken(
          claims.getSubject(),
          Role.of(claims.getStringClaim(ROLE)),
          cities(claims.getListClaim(CITIES)),
          claims.getLongClaim(SESSION),
          expires.toInstant());
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      InvalidTokenException refused = new InvalidTokenException("The token is malformed");
      refused.initCause(e);
      throw refused;
    }
  }

  private static Set<Integer> cities(List<?> claim) {
    Set<Integer> cities = new LinkedHashSet<>();
    for (Object city : claim) {
      if (!(city instanceof Number number)) {
        throw new IllegalArgumentException("cities holds something other than numbers");
      }
      cities.add(number.intValue());
    }
    return cities;
  }
}
