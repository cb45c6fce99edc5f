package io.flavortrend.jobs.etaprediction;

import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.vector.EtaVectors;
import io.flavortrend.features.vector.VectorElement.Group;
import io.flavortrend.jobs.frame.join.Joining;
import io.flavortrend.jobs.frame.join.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Joins a question with the features of its restaurant, courier or city. A late answer is corrected
 * once at most, so the corrections of the three joins, which follow one another, are three bits:
 * the first join's is the highest, since its correction passes the others anew.
 */
record FeatureJoining(FeatureEntity entity) implements Joining<EtaQuestion, FeatureValues> {
  private static final long serialVersionUID = 1L;

  @Override
  public boolean asks(EtaQuestion question) {
    return entity != FeatureEntity.COURIER || question.courierId() != null;
  }

  @Override
  public long dueMillis(EtaQuestion question) {
    return question.dueMillis();
  }

  @Override
  public EtaQuestion answer(
      EtaQuestion question, @Nullable FeatureValues version, Standing standing, long nowMillis) {
    double[] vector = question.vector();
    if (version != null) {
      vector = vector.clone();
      EtaVectors.fill(vector, entity, version.values(), question.eventTime());
    }
    int corrections = question.corrections();
    return question.joined(
        entity,
        version == null ? null : new JoinedVersion(version.version(), version.eventMillis()),
        vector,
        degraded(question, version, standing),
        standing == Standing.CORRECTED ? corrections | correction() : corrections,
        nowMillis);
  }

  @Override
  public boolean standsOn(EtaQuestion answer, @Nullable FeatureValues version) {
    JoinedVersion joined = answer.version(entity);
    return joined == null || version == null
        ? joined == null && version == null
        : joined.version() == version.version() && joined.eventMillis() == version.eventMillis();
  }

  private int degraded(EtaQuestion question, @Nullable FeatureValues version, Standing standing) {
    int late = DegradedBy.late(entity).bit();
    int bits = question.degraded() & ~late;
    if (!EtaVectors.needs(question.stage(), Group.valueOf(entity.name()))) {
      return bits;
    }
    if (standing == Standing.LATE) {
      return bits | late;
    }
    return version == null ? bits | DegradedBy.missing(entity).bit() : bits;
  }

  private int correction() {
    return switch (entity) {
      case RESTAURANT -> 4;
      case COURIER -> 2;
      case CITY -> 1;
    };
  }
}
