package io.flavortrend.jobs.reviewsentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.jobs.frame.JobConfig;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewSentimentConfigTest {
  @Test
  void defaults() {
    Settings none = Settings.of(Map.of());
    assertThat(ReviewSentimentConfig.from(none))
        .isEqualTo(
            new ReviewSentimentConfig(
                JobConfig.from("review-sentiment", none),
                Duration.ofSeconds(1),
                Duration.ofHours(24)));
  }

  @Test
  void everyKey() {
    ReviewSentimentConfig config =
        ReviewSentimentConfig.from(
            Settings.of(
                Map.of(
                    ReviewSentimentConfig.EMIT_INTERVAL,
                    "PT0.6S",
                    ReviewSentimentConfig.ALLOWED_LATENESS,
                    "PT7H")));
    assertThat(config.emitInterval()).isEqualTo(Duration.ofMillis(600));
    assertThat(config.allowedLateness()).isEqualTo(Duration.ofHours(7));
    assertThat(ReviewSentimentConfig.KEYS)
        .containsAll(JobConfig.KEYS)
        .contains(ReviewSentimentConfig.EMIT_INTERVAL, ReviewSentimentConfig.ALLOWED_LATENESS)
        .hasSize(JobConfig.KEYS.size() + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "FLAVOR_REVIEW_SENTIMENT_EMIT_INTERVAL, PT61S",
    "FLAVOR_REVIEW_SENTIMENT_ALLOWED_LATENESS, -PT1H"
  })
  void aBadValueNamesItsKey(String key, String value) {
    assertThatThrownBy(() -> ReviewSentimentConfig.from(Settings.of(Map.of(key, value))))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(key);
  }
}
