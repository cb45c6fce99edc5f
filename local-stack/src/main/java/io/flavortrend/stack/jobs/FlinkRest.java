package io.flavortrend.stack.jobs;

import io.flavortrend.stack.home.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Flink's REST API, as far as the job keeper needs it. Thread-safe. */
public final class FlinkRest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** A submission compiles the job's graph and may load classes for the first time. */
  private static final Duration SUBMIT_TIMEOUT = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final String url;

  /**
   * @param url address of the JobManager's REST
   */
  public FlinkRest(String url) {
    this.url = url;
  }

  /**
   * A job as Flink lists it.
   *
   * @param id Flink's id, 32 hexadecimal digits
   * @param state Flink's state, e.g. {@code RUNNING}
   * @param allTasksRun true where it can take a checkpoint: {@code RUNNING} says only that Flink is
   *     at it
   */
  public record Job(String id, String name, String state, long startMillis, boolean allTasksRun) {
    /** True where the job runs or is about to. */
    public boolean alive() {
      return switch (state) {
        case "INITIALIZING", "CREATED", "RUNNING", "RESTARTING", "RECONCILING" -> true;
        default -> false;
      };
    }
  }

  /**
   * Checkpoints of a job since it was submitted.
   *
   * @param lastTriggerMillis when the newest completed checkpoint began; 0 for none
   */
  public record Checkpoints(long completed, long failed, long lastTriggerMillis) {}

  /** All jobs that this JobManager knows. */
  public List<Job> jobs() throws IOException, InterruptedException {
    List<Job> jobs = new ArrayList<>();
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      jobs.add(
          new Job(
              job.path("jid").asString(),
              job.path("name").asString(),
              job.path("state").asString(),
              job.path("start-time").asLong(),
              job.at("/tasks/running").asInt() == job.at("/tasks/total").asInt(-1)));
    }
    return jobs;
  }

  /** A job's checkpoints. */
  public Checkpoints checkpoints(String jobId) throws IOException, InterruptedException {
    JsonNode statistics = get("/jobs/%s/checkpoints".formatted(jobId));
    return new Checkpoints(
        statistics.path("counts").path("completed").asLong(),
        statistics.path("counts").path("failed").asLong(),
        statistics.path("latest").path("completed").path("trigger_timestamp").asLong(0));
  }

  /** Asks for a checkpoint now; the periodic ones go on. What comes of it shows among them. */
  public void checkpoint(String jobId) throws IOException, InterruptedException {
    post("/jobs/%s/checkpoints".formatted(jobId), Map.of("checkpointType", "CONFIGURED"), TIMEOUT);
  }

  /**
   * The lowest watermark that any of the job's operators has reached, as epoch milliseconds; empty
   * while one has not seen any.
   */
  public Optional<Long> lowWatermark(String jobId) throws IOException, InterruptedException {
    long lowest = Long.MAX_VALUE;
    for (JsonNode vertex : get("/jobs/" + jobId).path("vertices")) {
      if (vertex.path("name").asString().startsWith("Source")) {
        continue;
      }
      JsonNode watermarks =
          get("/jobs/%s/vertices/%s/watermarks".formatted(jobId, vertex.path("id").asString()));
      if (watermarks.isEmpty()) {
        return Optional.empty();
      }
      for (JsonNode watermark : watermarks) {
        lowest = Math.min(lowest, Long.parseLong(watermark.path("value").asString()));
      }
    }
    return lowest == Long.MAX_VALUE || lowest < 0 ? Optional.empty() : Optional.of(lowest);
  }

  /** Uploads a job jar; returns Flink's id of it. */
  public String upload(Path jar) throws IOException, InterruptedException {
    String boundary = UUID.randomUUID().toString();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type: application/x-java-archive\r\n\r\n"
            .formatted(boundary, jar.getFileName());
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(head, StandardCharsets.UTF_8),
            BodyPublishers.ofFile(jar),
            BodyPublishers.ofString("\r\n--%s--\r\n".formatted(boundary), StandardCharsets.UTF_8));
    JsonNode answer =
        send(
            request("/jars/upload", SUBMIT_TIMEOUT)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(body)
                .build());
    return Path.of(answer.path("filename").asString()).getFileName().toString();
  }

  /**
   * Runs a job.
   *
   * @param restoreFrom checkpoint or savepoint to start from; empty means from nothing
   */
  public void run(
      String jarId,
      String entryClass,
      String jobId,
      List<String> arguments,
      Optional<String> restoreFrom)
      throws IOException, InterruptedException {
    Map<String, Object> body = new java.util.LinkedHashMap<>();
    body.put("entryClass", entryClass);
    body.put("programArgsList", arguments);
    body.put("jobId", jobId);
    restoreFrom.ifPresent(path -> body.put("savepointPath", path));
    post("/jars/%s/run".formatted(jarId), body, SUBMIT_TIMEOUT);
  }

  /** Cancels a job. */
  public void cancel(String jobId) throws IOException, InterruptedException {
    send(request("/jobs/" + jobId, TIMEOUT).method("PATCH", BodyPublishers.noBody()).build());
  }

  /**
   * Takes a savepoint and waits for it.
   *
   * @param stop true to end the job with it
   * @return the savepoint's path
   */
  public String savepoint(String jobId, boolean stop, Duration patience)
      throws IOException, InterruptedException {
    JsonNode started =
        post(
            stop ? "/jobs/%s/stop".formatted(jobId) : "/jobs/%s/savepoints".formatted(jobId),
            stop ? Map.of("drain", false) : Map.of("cancel-job", false),
            TIMEOUT);
    String path = "/jobs/%s/savepoints/%s".formatted(jobId, started.path("request-id").asString());
    long deadline = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < deadline) {
      JsonNode answer = get(path);
      if (answer.path("status").path("id").asString().equals("COMPLETED")) {
        JsonNode location = answer.path("operation").path("location");
        if (location.isString()) {
          return location.asString();
        }
        throw new IOException(
            "the savepoint failed: "
                + answer.at("/operation/failure-cause/class").asString("unknown"));
      }
      Thread.sleep(100);
    }
    throw new IOException("the savepoint was not done within " + patience);
  }

  private JsonNode post(String path, Object body, Duration timeout)
      throws IOException, InterruptedException {
    return send(
        request(path, timeout)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JsonFile.MAPPER.writeValueAsBytes(body)))
            .build());
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return send(request(path, TIMEOUT).GET().build());
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    return HttpRequest.newBuilder(URI.create(url + path)).timeout(timeout);
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() / 100 != 2) {
      throw new IOException(
          "%s %s answered %d: %s"
              .formatted(
                  request.method(),
                  request.uri().getPath(),
                  response.statusCode(),
                  FlinkError.sentence(response.body())));
    }
    return response.body().length == 0
        ? JsonFile.MAPPER.createObjectNode()
        : JsonFile.MAPPER.readTree(response.body());
  }
}
