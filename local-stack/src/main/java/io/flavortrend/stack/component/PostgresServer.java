package io.flavortrend.stack.component;

import io.flavortrend.settings.Settings;
import io.flavortrend.stack.home.FlavorHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * PostgreSQL from embedded binaries, durable: fsync and synchronous_commit stay on, since without
 * them neither a commit nor its capture can be trusted.
 */
final class PostgresServer {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);

  private final StackSettings settings;
  private final FlavorHome home;
  private final PostgresBinaries binaries;

  PostgresServer(StackSettings settings, FlavorHome home, Installation installation) {
    this.settings = settings;
    this.home = home;
    this.binaries =
        new PostgresBinaries(
            installation.project().resolve("local-stack/runtime-postgres/target/lib"),
            home.root().resolve("postgres"));
  }

  Component component() {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            binaries.program("postgres").toString(),
            "-D",
            data().toString(),
            "-c",
            "config_file=" + configuration()));
    return Component.service("postgres")
        .preparation(this::prepare)
        .command(command)
        .address(settings.postgres(), null)
        .health(this::acceptsLogins)
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for every client to leave.
        .stopSignal("INT")
        .build();
  }

  private void prepare(Path log) throws IOException, InterruptedException {
    binaries.unpack();
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      LOG.info("Making a new database cluster in {}", data());
      List<String> initdb = new ArrayList<>(unprivileged());
      initdb.addAll(
          List.of(
              binaries.program("initdb").toString(),
              "--pgdata=" + data(),
              "--username=postgres",
              "--auth=scram-sha-256",
              "--pwfile=" + home.secrets().resolve("postgres.password"),
              "--encoding=UTF8",
              "--locale=C",
              "--data-checksums"));
      Process process =
          new ProcessBuilder(initdb)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("initdb ended with exit code " + process.exitValue());
      }
    }
    Files.writeString(
        configuration(),
        """
        listen_addresses = '%s'
        port = %d
        unix_socket_directories = ''
        hba_file = '%s'
        max_connections = 120
        shared_buffers = 128MB
        wal_level = logical
        max_wal_senders = 8
        max_replication_slots = 8
        # An abandoned slot must not fill the disk.
        max_slot_wal_keep_size = 8GB
        max_wal_size = 2GB
        fsync = on
        synchronous_commit = on
        # The beats commit without waiting for the disk; this is how soon they get there by themselves.
        wal_writer_delay = 10ms
        password_encryption = scram-sha-256
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_line_prefix = '%%m [%%p] %%u@%%d '
        log_destination = 'stderr'
        """
            .formatted(settings.bindAddress(), settings.postgres(), data().resolve("pg_hba.conf")));
  }

  /** Until init-db has made the role, its refusal proves as much: the server takes connections. */
  private boolean acceptsLogins() {
    Properties properties = new Properties();
    properties.setProperty("user", "flavor_read");
    properties.setProperty(
        "password",
        Settings.of(Map.of(Settings.SECRETS_DIR, home.secrets().toString()))
            .secret("flavor_read.password")
            .reveal());
    properties.setProperty("loginTimeout", "2");
    properties.setProperty("connectTimeout", "2");
    properties.setProperty("socketTimeout", "3");
    try (Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%d/flavor".formatted(settings.host(), settings.postgres()),
            properties)) {
      return connection.isValid(1);
    } catch (SQLException e) {
      String state = e.getSQLState();
      // Class 28: invalid authorization; 3D000: no such database yet.
      return state != null && (state.startsWith("28") || state.equals("3D000"));
    }
  }

  private Path data() {
    return home.data().resolve("postgres");
  }

  private Path configuration() {
    return home.run().resolve("postgresql.conf");
  }

  /** PostgreSQL refuses to run as root: in a user namespace of its own it is nobody. */
  private static List<String> unprivileged() {
    return "root".equals(System.getProperty("user.name")) ? List.of("unshare", "-U") : List.of();
  }
}
