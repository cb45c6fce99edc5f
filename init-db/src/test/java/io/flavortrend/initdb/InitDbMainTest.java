package io.flavortrend.initdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitDbMainTest {
  @TempDir private Path secrets;
  private final Map<String, String> environment = new HashMap<>();
  private final PrintStream realErr = System.err;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void secrets() throws IOException {
    for (DatabaseRole role : DatabaseRole.values()) {
      Files.writeString(secrets.resolve(role.secretName()), "pw");
    }
    Files.writeString(secrets.resolve("postgres.password"), "pw");
    environment.put("FLAVOR_SECRETS_DIR", secrets.toString());
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void restore() {
    System.setErr(realErr);
  }

  @Test
  void aWrongTimeDomainIsNamed() {
    environment.put("FLAVOR_TIME_DOMAIN", "dead");

    assertThat(run()).isEqualTo(2);
    assertThat(said()).isEqualTo("FLAVOR_TIME_DOMAIN is 'dead': allowed is one of live, log");
  }

  @Test
  void aMissingSecretIsNamed() throws IOException {
    Path missing = secrets.resolve("flavor_bi.password");
    Files.delete(missing);

    assertThat(run()).isEqualTo(2);
    assertThat(said()).contains(missing.toString());
  }

  @Test
  void aServerThatIsDownIsOneLine() throws IOException {
    try (ServerSocket unused = new ServerSocket(0)) {
      environment.put("FLAVOR_POSTGRES_PORT", Integer.toString(unused.getLocalPort()));
    }

    assertThat(run()).isEqualTo(1);
    assertThat(said()).startsWith("The database could not be prepared: ").hasLineCount(1);
  }

  private int run() {
    return InitDbMain.run(Settings.of(environment));
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8).strip();
  }
}
