package io.flavortrend.jobs.orderenrichment.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupCacheTest {
  private final LookupCache<String> cache = new LookupCache<>(2, 1_000);

  @Test
  void whatIsMissedIsWantedOnce() {
    assertThat(cache.find(1, 0)).isNull();
    assertThat(cache.find(1, 0)).isNull();
    assertThat(cache.take(10)).containsExactly(1L);
    assertThat(cache.wants()).isFalse();
  }

  @Test
  void nothingIsServedPastTheBoundAndAFreshOneIsWantedBefore() {
    cache.put(List.of(1L), Map.of(1L, "a"), 0);
    assertThat(cache.find(1, 799)).isNotNull();
    assertThat(cache.wants()).isFalse();
    assertThat(cache.find(1, 800)).isNotNull();
    assertThat(cache.take(1)).containsExactly(1L);
    assertThat(cache.find(1, 1_000)).isNotNull();
    assertThat(cache.find(1, 1_001)).isNull();
  }

  @Test
  void theLeastRecentlyUsedGoFirst() {
    cache.put(List.of(1L, 2L), Map.of(1L, "a", 2L, "b"), 0);
    assertThat(cache.find(1, 0)).isNotNull();
    cache.put(List.of(3L), Map.of(), 0);
    assertThat(cache.find(2, 0)).isNull();
    assertThat(cache.find(1, 0)).isNotNull();
    assertThat(cache.find(3, 0)).extracting(LookupCache.Entry::value).isNull();
  }
}
