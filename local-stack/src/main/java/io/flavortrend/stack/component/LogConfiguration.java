package io.flavortrend.stack.component;

import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How Kafka, Connect and Flink log: to standard output, which the supervisor writes to the log. */
final class LogConfiguration {
  private LogConfiguration() {}

  static Path file(FlavorHome home) {
    return home.run().resolve("log4j2.properties");
  }

  static void write(FlavorHome home) throws IOException {
    Files.writeString(
        file(home),
        """
        rootLogger.level = INFO
        rootLogger.appenderRef.out.ref = out
        appender.out.type = Console
        appender.out.name = out
        appender.out.layout.type = PatternLayout
        appender.out.layout.pattern = %d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z'} %-5p %c{1.} %m%n%throwable
        # Configuration dumps of every client: hundreds of lines at each start.
        logger.config.name = org.apache.kafka.common.config.AbstractConfig
        logger.config.level = WARN
        logger.producer.name = org.apache.kafka.clients
        logger.producer.level = WARN
        logger.appinfo.name = org.apache.kafka.common.utils.AppInfoParser
        logger.appinfo.level = WARN
        logger.values.name = io.debezium.config.CommonConnectorConfig
        logger.values.level = WARN
        logger.reflections.name = org.reflections
        logger.reflections.level = ERROR
        """);
  }
}
