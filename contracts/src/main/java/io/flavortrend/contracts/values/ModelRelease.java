package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which model version plays a role from when on; compacted topic {@code eta_models}, keyed by role.
 * A tombstone takes the role's model away: without a champion the baseline answers.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param modelVersion the version, as in the package's signature
 * @param role what it does
 * @param packageUri where the package is: {@code file:}, {@code http(s):} or {@code classpath:}
 * @param sha256 of the package's bytes, lower-case hexadecimal
 * @param effectiveFrom predictions with an event time at or after it are this version's; null where
 *     it always was
 * @param announcedAt when it was announced
 */
public record ModelRelease(
    int schemaVersion,
    String modelVersion,
    Role role,
    String packageUri,
    String sha256,
    @Nullable Instant effectiveFrom,
    Instant announcedAt) {

  /** Version of the JSON Schema {@code eta_models.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** What a model does. */
  public enum Role {
    /** Its predictions are shown. */
    CHAMPION,
    /** It predicts beside the champion, and is only watched. */
    CHALLENGER;

    /** The name in SQL, JSON and REST, and the topic's key: lower case. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
