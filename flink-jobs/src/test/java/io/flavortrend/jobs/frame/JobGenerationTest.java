package io.flavortrend.jobs.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class JobGenerationTest {
  @Test
  void aLaterLifeOutranksAnyCountOfAnEarlierOne() {
    assertThat(JobGeneration.version(2, 1)).isGreaterThan(JobGeneration.version(1, (1L << 40) - 1));
  }

  @Test
  void versionsStayExactInJavaScript() {
    assertThat(JobGeneration.version(JobGeneration.MAX, (1L << 40) - 1)).isEqualTo((1L << 53) - 1);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> JobGeneration.version(JobGeneration.MAX + 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JobGeneration.version(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JobGeneration.version(1, 1L << 40))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
