package io.flavortrend.jobs.etaprediction.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ModelRelease;
import io.flavortrend.contracts.values.ModelRelease.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void theNewestThatIsEffectiveComesFirst() {
    ReleaseHistory history =
        ReleaseHistory.NONE
            .with(release("one", null))
            .with(release("two", 10L))
            .with(release("three", 20L));
    assertThat(at(history, 9)).containsExactly("one");
    assertThat(at(history, 10)).containsExactly("two", "one");
    assertThat(at(history, 100)).containsExactly("three", "two", "one");
  }

  @Test
  void aReleaseReplacesWhatWouldHaveFollowedIt() {
    ReleaseHistory history =
        ReleaseHistory.NONE
            .with(release("one", null))
            .with(release("two", 20L))
            .with(release("rollback", 10L));
    assertThat(at(history, 30)).containsExactly("rollback", "one");
    assertThat(at(history.with(release("always", null)), 30)).containsExactly("always");
  }

  @Test
  void whatIsAnnouncedAgainIsThereOnce() {
    ReleaseHistory history = ReleaseHistory.NONE.with(release("one", 5L));
    assertThat(history.with(release("one", 5L))).isEqualTo(history);
  }

  @Test
  void theOldestAreForgotten() {
    ReleaseHistory history = ReleaseHistory.NONE;
    for (long i = 0; i < 10; i++) {
      history = history.with(release("v" + i, i));
    }
    assertThat(at(history, 100)).containsExactly("v9", "v8", "v7", "v6");
    assertThat(at(history, 5)).isEmpty();
  }

  @Test
  void aRefusedOneIsNotTried() {
    ReleaseHistory history =
        ReleaseHistory.NONE.with(release("one", null)).with(release("broken", 5L));
    assertThat(at(history.without(release("broken", 5L)), 9)).containsExactly("one");
  }

  private static List<String> at(ReleaseHistory history, long seconds) {
    return history.at(NOON.plusSeconds(seconds)).stream()
        .map(announced -> announced.release().modelVersion())
        .toList();
  }

  private static AnnouncedRelease release(String version, @Nullable Long from) {
    Instant effective = from == null ? null : NOON.plusSeconds(from);
    return new AnnouncedRelease(
        new ModelRelease(1, version, Role.CHAMPION, "file:/m", "0".repeat(64), effective, NOON),
        0,
        0);
  }
}
