package io.flavortrend.webapi.models;

import static io.flavortrend.contracts.values.ModelRelease.Role.CHALLENGER;
import static io.flavortrend.contracts.values.ModelRelease.Role.CHAMPION;
import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.webapi.models.Release.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleaseHistoryTest {
  @Test
  void theNewestReleaseOfARoleStands() {
    ReleaseHistory history =
        history(
            release(CHAMPION, "a", Reason.FIRST),
            release(CHALLENGER, "b", Reason.FIRST),
            release(CHAMPION, "c", Reason.PROMOTED));

    assertThat(history.standing(CHAMPION)).get().extracting(Release::modelVersion).isEqualTo("c");
    assertThat(history.plays(CHALLENGER, "b")).isTrue();
    assertThat(history.plays(CHAMPION, "a")).isFalse();
  }

  @Test
  void nobodyPlaysARoleThatWasWithdrawn() {
    ReleaseHistory history =
        history(
            release(CHALLENGER, "b", Reason.FIRST), release(CHALLENGER, null, Reason.WITHDRAWN));

    assertThat(history.standing(CHALLENGER)).isEmpty();
    assertThat(history.knows(CHALLENGER)).isTrue();
    assertThat(history.knows(CHAMPION)).isFalse();
  }

  @Test
  void rollingBackGoesBackAndNotToAndFro() {
    Release a = release(CHAMPION, "a", Reason.FIRST);
    Release b = release(CHAMPION, "b", Reason.PROMOTED);
    Release again = release(CHAMPION, "b", Reason.PROMOTED);
    Release c = release(CHAMPION, "c", Reason.PROMOTED);
    Release backToB = release(CHAMPION, "b", Reason.ROLLED_BACK);
    Release backToA = release(CHAMPION, "a", Reason.ROLLED_BACK);

    assertThat(history(a).formerChampion()).isEmpty();
    assertThat(history(a, b, again, c).formerChampion()).contains("b");
    assertThat(history(a, b, again, c, backToB).formerChampion()).contains("a");
    assertThat(history(a, b, again, c, backToB, backToA).formerChampion()).isEmpty();
    assertThat(history(a, b, c, backToB, c).formerChampion()).contains("b");
  }

  private static ReleaseHistory history(Release... releases) {
    return new ReleaseHistory(List.of(releases));
  }

  private static Release release(Role role, String version, Reason reason) {
    return new Release(role, version, null, Instant.EPOCH, "flavor", reason);
  }
}
