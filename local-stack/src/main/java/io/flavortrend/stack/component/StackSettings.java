package io.flavortrend.stack.component;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.jobs.JobSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses and ports of the components and the jobs to start, from {@code FLAVOR_…} settings.
 *
 * @param bindAddress address that servers listen on
 * @param postgres port of PostgreSQL
 * @param kafka port of the broker
 * @param kafkaController port on which the broker talks to itself
 * @param connect port of Kafka Connect's REST
 * @param flink port of Flink's REST and web UI
 * @param flinkRpc port of the JobManager
 * @param webapi port of webapi and dashboard
 * @param notifier port of the WebSocket
 * @param generator port of the generator's control API
 * @param jobs the jobs that are started
 */
public record StackSettings(
    String bindAddress,
    int postgres,
    int kafka,
    int kafkaController,
    int connect,
    int flink,
    int flinkRpc,
    int webapi,
    int notifier,
    int generator,
    List<JobSpec> jobs) {

  /**
   * Reads the settings.
   *
   * @throws io.flavortrend.settings.InvalidSettingException when a value is not allowed
   */
  public static StackSettings from(Settings settings) {
    return new StackSettings(
        settings.text("FLAVOR_BIND_ADDRESS", "127.0.0.1"),
        settings.port("FLAVOR_POSTGRES_PORT", 15_432),
        settings.port("FLAVOR_KAFKA_PORT", 9092),
        settings.port("FLAVOR_KAFKA_CONTROLLER_PORT", 9093),
        settings.port("FLAVOR_CONNECT_PORT", 8083),
        settings.port("FLAVOR_FLINK_PORT", 8081),
        settings.port("FLAVOR_FLINK_RPC_PORT", 6123),
        settings.port("FLAVOR_WEBAPI_PORT", 8080),
        settings.port("FLAVOR_NOTIFIER_PORT", 8090),
        settings.port("FLAVOR_GENERATOR_PORT", 8095),
        JobSpec.chosen(settings));
  }

  /** Setting to port, for each component that listens, in the order in which they start. */
  public Map<String, Integer> ports() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("FLAVOR_POSTGRES_PORT", postgres);
    ports.put("FLAVOR_KAFKA_PORT", kafka);
    ports.put("FLAVOR_KAFKA_CONTROLLER_PORT", kafkaController);
    ports.put("FLAVOR_CONNECT_PORT", connect);
    ports.put("FLAVOR_FLINK_PORT", flink);
    ports.put("FLAVOR_FLINK_RPC_PORT", flinkRpc);
    ports.put("FLAVOR_WEBAPI_PORT", webapi);
    ports.put("FLAVOR_NOTIFIER_PORT", notifier);
    ports.put("FLAVOR_GENERATOR_PORT", generator);
    return ports;
  }

  /** Address of a server on this machine. */
  public String url(int port) {
    return "http://%s:%d".formatted(host(), port);
  }

  /** Where clients on this machine connect to. */
  public String host() {
    return bindAddress.equals("0.0.0.0") ? "127.0.0.1" : bindAddress;
  }

  /** The broker's address. */
  public String kafkaBootstrap() {
    return host() + ":" + kafka;
  }
}
