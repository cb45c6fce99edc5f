package io.flavortrend.webapi.models;

import io.flavortrend.contracts.values.ModelRelease.Role;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code ops.model_releases}: from when on a version plays a role.
 *
 * @param modelVersion null where nobody plays the role any more
 * @param effectiveFrom null for predictions of all times
 * @param announcedBy the user's name
 */
public record Release(
    Role role,
    @Nullable String modelVersion,
    @Nullable Instant effectiveFrom,
    Instant announcedAt,
    String announcedBy,
    Reason reason) {

  /** Why it was released. */
  public enum Reason {
    /** Nobody had played the role before. */
    FIRST,
    PROMOTED,
    /** The former champion came back. */
    ROLLED_BACK,
    WITHDRAWN;

    /** The name in SQL and REST: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
