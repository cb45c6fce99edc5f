package io.flavortrend.jobs.etaprediction;

import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.jobs.etaprediction.model.ModelShelf.Refusal;
import java.time.Instant;
import java.util.Base64;

/** Writes a release that cannot be used as a dead letter. */
final class RefusedReleases {
  private static final JsonCodec<ModelRelease> CODEC = new JsonCodec<>(ModelRelease.class);

  private RefusedReleases() {}

  /** The dead letter; its detail begins with the package's reason code. */
  static DeadLetter letter(Refusal refusal, Instant now) {
    return new DeadLetter(
        DeadLetter.SCHEMA_VERSION,
        TopicCatalogue.ETA_MODELS.name(),
        refusal.announced().partition(),
        refusal.announced().offset(),
        EtaPredictionConfig.NAME,
        DeadLetter.Reason.CONTRACT,
        "%s: %s".formatted(refusal.failure().reason().code(), refusal.failure().getMessage()),
        Base64.getEncoder().encodeToString(CODEC.encode(refusal.announced().release())),
        now);
  }
}
