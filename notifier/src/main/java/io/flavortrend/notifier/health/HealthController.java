package io.flavortrend.notifier.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flavortrend.notifier.feed.FeedHealth;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Open to everyone: says nothing but whether the notifier works. */
@RestController
class HealthController {
  /**
   * @param parts what is down and why; null where all is up
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Health(String status, @Nullable Map<String, String> parts) {}

  private static final Health UP = new Health("up", null);

  private final FeedHealth feed;

  HealthController(FeedHealth feed) {
    this.feed = feed;
  }

  @GetMapping("/health/live")
  Health live() {
    return UP;
  }

  @GetMapping("/health/ready")
  ResponseEntity<Health> ready() {
    return feed.problem()
        .map(
            problem ->
                ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .body(new Health("down", Map.of("kafka", problem))))
        .orElse(ResponseEntity.ok(UP));
  }
}
