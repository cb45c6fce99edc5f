package io.flavortrend.webapi.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.flavortrend.webapi.store.StoreFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Open to everyone: says nothing but whether webapi works. */
@RestController
@RequestMapping("/api/v1/health")
class HealthController {
  /**
   * @param parts what is down and why; null where all is up
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Health(String status, @Nullable Map<String, String> parts) {}

  private static final Health UP = new Health("up", null);

  private final DatabaseClient database;

  HealthController(DatabaseClient database) {
    this.database = database;
  }

  @GetMapping("/live")
  Health live() {
    return UP;
  }

  @GetMapping("/ready")
  Mono<ResponseEntity<Health>> ready() {
    return database
        .sql("select count(*) from ops.users")
        .mapValue(Long.class)
        .one()
        .map(users -> ResponseEntity.ok(UP))
        .onErrorResume(
            failure ->
                Mono.just(
                    ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                        .body(new Health("down", Map.of("postgres", reason(failure))))));
  }

  private static String reason(Throwable failure) {
    return StoreFailure.reason(failure).orElse("The schema is not there yet");
  }
}
