package io.flavortrend.webapi.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FreshnessTest {
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @EnumSource(FeatureEntity.class)
  void takesItsTargetFromTheCatalogue(FeatureEntity entity) {
    assertThat(Freshness.target(entity)).isEqualTo(FeatureCatalogue.FRESHNESS);
  }

  @Test
  void isKeptWhileNothingWaitsForLongerThanTargetAndTable() {
    assertThat(since(null)).isEqualTo(new Freshness(200, 0, true));
    assertThat(since(NOW.minusMillis(300))).isEqualTo(new Freshness(200, 300, true));
    assertThat(since(NOW.minusMillis(301))).isEqualTo(new Freshness(200, 301, false));
  }

  @Test
  void countsWhatAClockAheadDatedAsNew() {
    assertThat(since(NOW.plusSeconds(1)).behindMs()).isZero();
  }

  @Test
  void isNotJudgedWhereEventTimeIsNotTheClocks() {
    assertThat(Freshness.of(FeatureEntity.CITY, NOW.minusSeconds(60), NOW, TimeDomain.LOG).kept())
        .isNull();
  }

  private static Freshness since(Instant waitingSince) {
    return Freshness.of(FeatureEntity.COURIER, waitingSince, NOW, TimeDomain.LIVE);
  }
}
