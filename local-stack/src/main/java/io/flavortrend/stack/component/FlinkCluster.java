package io.flavortrend.stack.component;

import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import tools.jackson.databind.JsonNode;

/** A Flink session cluster: one JobManager with the web UI, one TaskManager. */
final class FlinkCluster {
  private static final String JOB_MANAGER = "flink-jobmanager";
  private static final String TASK_MANAGER = "flink-taskmanager";

  /** Heap, managed and network memory are given one by one, as the shell scripts would do. */
  private static final int TASK_HEAP_MB = 1024;

  private final StackSettings settings;
  private final FlavorHome home;
  private final Installation installation;
  private final Map<String, String> environment;

  FlinkCluster(
      StackSettings settings,
      FlavorHome home,
      Installation installation,
      Map<String, String> environment) {
    this.settings = settings;
    this.home = home;
    this.installation = installation;
    this.environment = environment;
  }

  Component jobManager() {
    String url = settings.url(settings.flink());
    return Component.service(JOB_MANAGER)
        .preparation(log -> prepare(JOB_MANAGER))
        .command(
            command(
                JOB_MANAGER,
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                "-Xms192m",
                "-Xmx512m",
                // It plans and watches: nothing in it is hot.
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"))
        .environment(environment)
        .address(settings.flink(), url)
        .health(Health.http(url + "/overview"))
        .build();
  }

  Component taskManager() {
    return Component.service(TASK_MANAGER)
        .preparation(log -> prepare(TASK_MANAGER))
        .command(
            command(
                TASK_MANAGER,
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                "-Xms640m",
                "-Xmx%dm".formatted(TASK_HEAP_MB + 128),
                // With a goal for pauses G1 made the young generation so small that it collected
                // ten
                // times a second under load, and a quarter of all time was pauses.
                "-Xmn400m",
                "-XX:MaxDirectMemorySize=320m",
                "-XX:+UseG1GC"))
        .environment(environment)
        .health(Health.json(overview(), FlinkCluster::hasTaskManager))
        // It is the JobManager that is asked, and its own death is no reason to kill this one.
        .liveness(Health.notDenied(overview(), FlinkCluster::hasTaskManager))
        .build();
  }

  private String overview() {
    return settings.url(settings.flink()) + "/overview";
  }

  private static boolean hasTaskManager(JsonNode overview) {
    return overview.path("taskmanagers").asInt() > 0;
  }

  private List<String> command(String name, String mainClass, String... options) {
    List<String> command = Installation.java(options);
    for (String opened :
        List.of(
            "java.lang",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks")) {
      command.add("--add-opens=java.base/%s=ALL-UNNAMED".formatted(opened));
    }
    command.add("-Dlog4j2.configurationFile=" + LogConfiguration.file(home));
    command.add("-Dlog.file=" + home.logs().resolve(name + ".log"));
    // The native library of LightGBM is unpacked to a fixed name: one folder per JVM.
    command.add("-Djava.io.tmpdir=" + temporary(name));
    command.addAll(
        List.of(
            "-cp",
            installation.runtime("flink"),
            mainClass,
            "--configDir",
            configurationFolder().toString(),
            "-Dio.tmp.dirs=" + temporary(name)));
    return command;
  }

  private void prepare(String name) throws IOException {
    LogConfiguration.write(home);
    Files.createDirectories(configurationFolder());
    // A process that was killed leaves its copies of the job jar and its RocksDB files, and a new
    // one never looks at them.
    FileUtils.deleteDirectory(temporary(name).toFile());
    Files.createDirectories(temporary(name));
    Files.createDirectories(home.data().resolve("flink/upload"));
    Files.writeString(
        configurationFolder().resolve("config.yaml"),
        """
        jobmanager.rpc.address: %1$s
        jobmanager.rpc.port: %2$d
        jobmanager.bind-host: %1$s
        jobmanager.execution.failover-strategy: region
        rest.address: %1$s
        rest.bind-address: %1$s
        rest.port: %3$d
        rest.flamegraph.enabled: true
        web.upload.dir: %4$s/upload
        taskmanager.host: %1$s
        taskmanager.bind-host: %1$s
        # One for each of the eight jobs, and four to try something out or run one in parallel.
        taskmanager.numberOfTaskSlots: 12
        taskmanager.cpu.cores: 2.0
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.task.heap.size: %5$dm
        taskmanager.memory.managed.size: 64m
        # One RocksDB memory for all jobs: a slot's share of it is so small that write buffers were
        # flushed ten times a second, and each flush made blocks that no cache knew yet (ADR 0014).
        state.backend.rocksdb.memory.managed: false
        state.backend.rocksdb.memory.fixed-per-tm: 384m
        taskmanager.memory.network.min: 96m
        taskmanager.memory.network.max: 96m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.task.off-heap.size: 64m
        taskmanager.memory.jvm-metaspace.size: 320m
        taskmanager.memory.jvm-overhead.min: 192m
        taskmanager.memory.jvm-overhead.max: 192m
        # The defaults (50 s) would leave a dead TaskManager unnoticed for most of a minute.
        heartbeat.interval: 2000
        heartbeat.timeout: 8000
        state.backend.type: rocksdb
        execution.checkpointing.incremental: true
        execution.checkpointing.dir: file://%4$s/checkpoints
        execution.checkpointing.savepoint-dir: file://%4$s/savepoints
        execution.checkpointing.externalized-checkpoint-retention: RETAIN_ON_CANCELLATION
        execution.checkpointing.num-retained: 3
        restart-strategy.type: exponential-delay
        restart-strategy.exponential-delay.initial-backoff: 200 ms
        restart-strategy.exponential-delay.max-backoff: 3 s
        metrics.fetcher.update-interval: 500
        # Seen once: after a TaskManager and the broker were killed, metrics stood still for minutes, and
        # with them what status and pipeline know of progress. Likely a lost question that the later
        # ones wait for; by default it times out after ten minutes.
        web.timeout: 15000
        classloader.check-leaked-classloader: false
        # What the job jar holds too: shared by all jobs, it is loaded and compiled once.
        classloader.parent-first-patterns.additional: org.apache.kafka.;tools.jackson.;com.fasterxml.jackson.annotation.;net.jpountz.
        """
            .formatted(
                settings.host(),
                settings.flinkRpc(),
                settings.flink(),
                home.data().resolve("flink"),
                TASK_HEAP_MB));
  }

  private Path temporary(String name) {
    return home.temporary().resolve(name);
  }

  private Path configurationFolder() {
    return home.run().resolve("flink");
  }
}
