package io.flavortrend.webapi.pipeline;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.webapi.WebapiConfig;
import io.flavortrend.webapi.pipeline.PipelineStatus.Component;
import io.flavortrend.webapi.pipeline.PipelineStatus.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks Flink's REST for the cluster, its jobs, their checkpoints, watermarks and rates. */
final class FlinkProbe {
  /** JobManager, TaskManagers and jobs as one answer. */
  record Cluster(List<Component> components, List<Job> jobs) {}

  /** Details of a job; less than a whole answer may take. */
  private static final Duration DETAILS_TIMEOUT = Probe.TIMEOUT.multipliedBy(3).dividedBy(5);

  private final RestProbe rest;
  private final FlinkRates rates;
  private final TimeDomain domain;
  private final Clock clock;

  FlinkProbe(RestProbe rest, WebapiConfig config, Clock clock) {
    this.rest = rest;
    this.rates = new FlinkRates(rest);
    this.domain = config.timeDomain();
    this.clock = clock;
  }

  Mono<Cluster> ask() {
    Mono<List<Component>> components = rest.get("/overview").map(FlinkProbe::components);
    Mono<List<Job>> jobs =
        rest.get("/jobs/overview")
            .flatMapMany(overview -> Flux.fromIterable(newestOfEachName(overview.path("jobs"))))
            .flatMapSequential(this::job)
            .collectList();
    return Mono.zip(components, jobs, Cluster::new);
  }

  private static List<Component> components(JsonNode overview) {
    int taskManagers = overview.path("taskmanagers").asInt(0);
    return List.of(
        new Component(
            "flink-jobmanager",
            "up",
            "%d jobs running".formatted(overview.path("jobs-running").asInt(0))),
        new Component(
            "flink-taskmanager",
            taskManagers > 0 ? "up" : "down",
            "%d of %d slots free"
                .formatted(
                    overview.path("slots-available").asInt(0),
                    overview.path("slots-total").asInt(0))));
  }

  /** A job that was resubmitted leaves its former lives in the overview. */
  private static List<JsonNode> newestOfEachName(JsonNode jobs) {
    return StreamSupport.stream(jobs.spliterator(), false)
        .collect(
            java.util.stream.Collectors.toMap(
                job -> job.path("name").asString(""),
                job -> job,
                (a, b) -> a.path("start-time").asLong(0) >= b.path("start-time").asLong(0) ? a : b,
                java.util.TreeMap::new))
        .values()
        .stream()
        .toList();
  }

  private Mono<Job> job(JsonNode overview) {
    String id = overview.path("jid").asString("");
    boolean running = overview.path("state").asString("").equals("RUNNING");
    if (!running) {
      return Mono.just(job(overview, null, null, new FlinkRates.Rates(null, null)));
    }
    Mono<JsonNode> checkpoints = rest.get("/jobs/" + id + "/checkpoints");
    Mono<List<JsonNode>> vertices =
        rest.get("/jobs/" + id)
            .map(job -> StreamSupport.stream(job.path("vertices").spliterator(), false).toList())
            .cache();
    Mono<Watermark> watermark = vertices.flatMap(found -> watermark(id, found));
    Mono<FlinkRates.Rates> perSecond = vertices.flatMap(found -> rates.of(id, found));
    return Mono.zip(checkpoints, watermark, perSecond)
        .map(all -> job(overview, all.getT1(), all.getT2().lagMs(), all.getT3()))
        // Many questions for each job: where a busy JobManager cannot answer them all in time, that
        // the job runs is told all the same.
        .timeout(
            DETAILS_TIMEOUT,
            Mono.fromSupplier(() -> job(overview, null, null, new FlinkRates.Rates(null, null))));
  }

  private record Watermark(@Nullable Long lagMs) {}

  private Mono<Watermark> watermark(String jobId, List<JsonNode> vertices) {
    if (domain == TimeDomain.LOG) {
      return Mono.just(new Watermark(null));
    }
    return Flux.fromIterable(vertices)
        .flatMap(
            vertex ->
                rest.get(
                    "/jobs/%s/vertices/%s/watermarks"
                        .formatted(jobId, vertex.path("id").asString(""))))
        .flatMapIterable(marks -> marks)
        .map(mark -> mark.path("value").asLong(Long.MIN_VALUE))
        // A vertex that only reads has none, and Flink says so with the least number.
        .filter(value -> value > 0)
        .reduce(Math::min)
        .map(oldest -> new Watermark(Math.max(0, clock.millis() - oldest)))
        .defaultIfEmpty(new Watermark(null));
  }

  private static Job job(
      JsonNode overview,
      @Nullable JsonNode checkpoints,
      @Nullable Long watermarkLagMs,
      FlinkRates.Rates rates) {
    JsonNode counts = checkpoints == null ? null : checkpoints.path("counts");
    JsonNode last = checkpoints == null ? null : checkpoints.path("latest").path("completed");
    return new Job(
        overview.path("name").asString(""),
        overview.path("state").asString(""),
        Instant.ofEpochMilli(overview.path("start-time").asLong(0)),
        number(counts, "completed"),
        number(counts, "failed"),
        number(last, "end_to_end_duration"),
        number(last, "state_size"),
        watermarkLagMs,
        rates.in(),
        rates.out());
  }

  private static @Nullable Long number(@Nullable JsonNode parent, String field) {
    JsonNode node = parent == null ? null : parent.get(field);
    return node == null || !node.isNumber() ? null : node.longValue();
  }
}
