package io.flavortrend.webapi.pipeline;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Rates of a job: what its sources read and its sinks write. A chained job has no rate between
 * vertices, so the operators' own metrics are summed; their names are asked for once a vertex.
 */
final class FlinkRates {
  /**
   * @param in records per second; null where Flink does not say, as out
   */
  record Rates(@Nullable Double in, @Nullable Double out) {}

  private static final Pattern IN = Pattern.compile("Source__.*\\.numRecordsInPerSecond");
  private static final Pattern OUT = Pattern.compile(".*Writer.*\\.numRecordsInPerSecond");
  private static final int MAX_REMEMBERED = 1_000;

  private final RestProbe rest;
  private final Map<String, List<String>> namesByVertex = new ConcurrentHashMap<>();

  FlinkRates(RestProbe rest) {
    this.rest = rest;
  }

  Mono<Rates> of(String jobId, List<JsonNode> vertices) {
    return Flux.fromIterable(vertices)
        .flatMap(
            vertex ->
                metrics(
                    "/jobs/%s/vertices/%s/subtasks/metrics"
                        .formatted(jobId, vertex.path("id").asString(""))))
        .flatMapIterable(metrics -> metrics)
        .collectList()
        .map(metrics -> new Rates(sum(metrics, IN), sum(metrics, OUT)));
  }

  private Mono<JsonNode> metrics(String path) {
    List<String> known = namesByVertex.get(path);
    Mono<List<String>> names =
        known != null
            ? Mono.just(known)
            : rest.get(path).map(FlinkRates::wanted).doOnNext(found -> remember(path, found));
    return names
        .filter(found -> !found.isEmpty())
        .flatMap(found -> rest.get(path + "?agg=sum&get={names}", String.join(",", found)));
  }

  private void remember(String path, List<String> names) {
    if (namesByVertex.size() > MAX_REMEMBERED) {
      namesByVertex.clear();
    }
    // A vertex registers its metrics as its tasks start: an early answer may lack some.
    if (!names.isEmpty()) {
      namesByVertex.put(path, names);
    }
  }

  private static List<String> wanted(JsonNode metrics) {
    return StreamSupport.stream(metrics.spliterator(), false)
        .map(metric -> metric.path("id").asString(""))
        .filter(id -> IN.matcher(id).matches() || OUT.matcher(id).matches())
        .collect(Collectors.toList());
  }

  private static @Nullable Double sum(List<JsonNode> metrics, Pattern name) {
    List<Double> values =
        metrics.stream()
            .filter(metric -> name.matcher(metric.path("id").asString("")).matches())
            .map(metric -> metric.path("sum").asDouble(0))
            .toList();
    return values.isEmpty() ? null : values.stream().mapToDouble(Double::doubleValue).sum();
  }
}
