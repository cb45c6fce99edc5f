package io.flavortrend.contracts.values;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;

/**
 * A record that a consumer could not use, with all that is needed to replay it; topic {@code
 * dead_letters}, keyed by source topic.
 *
 * @param schemaVersion version of this record's JSON Schema
 * @param sourceTopic where the record stands
 * @param sourcePartition its partition
 * @param sourceOffset its offset
 * @param consumer name of the job or service that refused it
 * @param reason the typed reason
 * @param detail one sentence for a person
 * @param rawBase64 the record's value, bytes in Base64; empty for a record without value
 * @param failedAt when it was refused
 */
public record DeadLetter(
    int schemaVersion,
    String sourceTopic,
    int sourcePartition,
    long sourceOffset,
    String consumer,
    Reason reason,
    String detail,
    String rawBase64,
    Instant failedAt) {

  /** Version of the JSON Schema {@code dead_letters.schema.json}. */
  public static final int SCHEMA_VERSION = 1;

  /** Why a record was refused. */
  public enum Reason {
    /** Not JSON, or not UTF-8. */
    MALFORMED,
    /** JSON that breaks its contract: a field is missing or has the wrong type. */
    CONTRACT,
    /** Dated before the allowed lateness. */
    LATE;

    /** The name in JSON: lower case. */
    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
