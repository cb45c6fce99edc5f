package io.flavortrend.webapi.pipeline;

import io.flavortrend.access.AccessTokens;
import io.flavortrend.webapi.WebapiConfig;
import io.flavortrend.webapi.features.FeatureGroup;
import io.flavortrend.webapi.features.FeatureGroups;
import io.flavortrend.webapi.pipeline.PipelineStatus.Component;
import io.flavortrend.webapi.pipeline.PipelineStatus.Connector;
import io.flavortrend.webapi.pipeline.PipelineStatus.StageLatency;
import io.flavortrend.webapi.pipeline.PipelineStatus.Unavailable;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** Asks all parts at once, each for itself, and no more than once a second. Thread-safe. */
@org.springframework.stereotype.Component
class PipelineProbe {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final FlinkProbe flink;
  private final ConnectProbe connect;
  private final SlotProbe slot;
  private final KafkaProbe kafka;
  private final NotifierProbe notifier;
  private final FeatureGroups features;
  private final Optional<RestProbe> generator;
  private final DatabaseClient database;
  private final Clock clock;
  private final Lateness lateness = new Lateness();
  private final Mono<PipelineStatus> status;

  PipelineProbe(
      WebapiConfig config,
      DatabaseClient database,
      FeatureGroups features,
      AccessTokens tokens,
      Clock clock) {
    WebapiConfig.Neighbours neighbours = config.neighbours();
    this.flink = new FlinkProbe(new RestProbe(neighbours.flink()), config, clock);
    this.connect = new ConnectProbe(new RestProbe(neighbours.connect()));
    this.slot = new SlotProbe(database);
    this.kafka = new KafkaProbe(neighbours.kafkaBootstrap(), clock);
    this.notifier = new NotifierProbe(new RestProbe(neighbours.notifier()), tokens, clock);
    this.features = features;
    URI generatorUrl = neighbours.generator();
    this.generator = Optional.ofNullable(generatorUrl).map(RestProbe::new);
    this.database = database;
    this.clock = clock;
    this.status = Mono.defer(this::ask).cache(FRESH);
  }

  /** How the pipeline is, at most a second old. */
  Mono<PipelineStatus> status() {
    return status;
  }

  /** The first questions load classes and connect; the first page need not wait for that. */
  @EventListener(ApplicationReadyEvent.class)
  void warmUp() {
    status.subscribe();
  }

  @PreDestroy
  void close() {
    kafka.close();
  }

  private Mono<PipelineStatus> ask() {
    Mono<Boolean> postgres = database.sql("select true as up").mapValue(Boolean.class).one();
    Mono<Boolean> generates =
        generator.map(rest -> rest.answers("/health")).orElse(Mono.just(true));
    return Mono.zip(
            Probe.of("postgres", postgres),
            Probe.of("slot", slot.ask()),
            Probe.of("kafka", kafka.ask()),
            Probe.of("connect", connect.ask()),
            Probe.of("flink", flink.ask()),
            Probe.of("notifier", notifier.ask()),
            Probe.of("features", features.all()),
            Probe.of("generator", generates))
        .map(
            all ->
                answer(
                    all.getT1(),
                    all.getT2(),
                    all.getT3(),
                    all.getT4(),
                    all.getT5(),
                    all.getT6(),
                    all.getT7(),
                    all.getT8()));
  }

  private PipelineStatus answer(
      Probe<Boolean> postgres,
      Probe<PipelineStatus.Slot> slotFound,
      Probe<KafkaProbe.Topics> topics,
      Probe<List<Connector>> connectors,
      Probe<FlinkProbe.Cluster> cluster,
      Probe<List<StageLatency>> latency,
      Probe<List<FeatureGroup>> featuresFound,
      Probe<Boolean> generates) {
    List<Component> components = new ArrayList<>();
    components.add(component("postgres", postgres));
    components.add(component("kafka", topics));
    components.add(connectComponent(connectors));
    FlinkProbe.Cluster flinkFound = cluster.value();
    if (flinkFound == null) {
      components.add(component("flink-jobmanager", cluster));
    } else {
      components.addAll(flinkFound.components());
    }
    components.add(new Component("webapi", "up", null));
    components.add(component("notifier", latency));
    if (generator.isPresent()) {
      components.add(component("generator", generates));
    }
    KafkaProbe.Topics topicsFound = topics.value();
    List<Unavailable> unavailable =
        Stream.of(
                postgres, slotFound, topics, connectors, cluster, latency, featuresFound, generates)
            .flatMap(probe -> probe.problem().stream())
            .toList();
    return new PipelineStatus(
        components,
        flinkFound == null ? List.of() : flinkFound.jobs(),
        connectors.or(List.of()),
        slotFound.value(),
        topicsFound == null ? List.of() : topicsFound.topics(),
        featuresFound.or(List.of()),
        latency.or(List.of()),
        topicsFound == null ? null : topicsFound.deadLetters(),
        unavailable,
        clock.instant());
  }

  private Component component(String name, Probe<?> probe) {
    return new Component(
        name,
        lateness.state(name, probe, clock.instant()),
        probe.problem().map(Unavailable::reason).orElse(null));
  }

  private Component connectComponent(Probe<List<Connector>> connectors) {
    List<Connector> found = connectors.value();
    if (found == null) {
      return component("connect", connectors);
    }
    List<String> failed =
        found.stream()
            .filter(
                connector ->
                    !connector.state().equals("RUNNING")
                        || connector.tasks().stream()
                            .anyMatch(task -> !task.state().equals("RUNNING")))
            .map(Connector::name)
            .toList();
    return failed.isEmpty()
        ? new Component("connect", "up", "%d connectors".formatted(found.size()))
        : new Component("connect", "degraded", "not running: " + String.join(", ", failed));
  }
}
