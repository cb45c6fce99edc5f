package io.flavortrend.notifier.access;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Origins from which a browser may open the WebSocket. Programs send no origin and are let through:
 * they hold a token, not somebody's cookie. Immutable.
 */
public final class AllowedOrigins {
  private final Set<String> origins;

  private AllowedOrigins(Set<String> origins) {
    this.origins = origins;
  }

  /**
   * Reads a comma-separated list such as {@code http://localhost:8080,https://ops.example.org}.
   *
   * @throws IllegalArgumentException naming the entry that is no origin
   */
  public static AllowedOrigins parse(String list) {
    return new AllowedOrigins(
        Arrays.stream(list.split(",", -1))
            .map(entry -> origin(entry.strip()))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** True where a request with this Origin header may go on. */
  public boolean allows(@Nullable String origin) {
    return origin == null || origins.contains(origin.toLowerCase(Locale.ROOT));
  }

  private static String origin(String entry) {
    URI uri = URI.create(entry);
    boolean complete = uri.getScheme() != null && uri.getHost() != null;
    if (!complete || !uri.getRawPath().isEmpty() || uri.getQuery() != null) {
      throw new IllegalArgumentException(entry);
    }
    return entry.toLowerCase(Locale.ROOT);
  }
}
