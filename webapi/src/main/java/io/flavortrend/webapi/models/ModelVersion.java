package io.flavortrend.webapi.models;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A registered model.
 *
 * @param packageUri where its package is
 * @param sha256 of the package's bytes, lower-case hexadecimal
 * @param origin bundled, trained or imported
 * @param metrics of its training, without the fingerprint of its data
 * @param role champion or challenger; null where it plays none
 */
public record ModelVersion(
    String modelVersion,
    String packageUri,
    String sha256,
    long sizeBytes,
    String origin,
    Instant trainedAt,
    Map<String, Object> metrics,
    Instant registeredAt,
    String registeredBy,
    @Nullable String role) {}
