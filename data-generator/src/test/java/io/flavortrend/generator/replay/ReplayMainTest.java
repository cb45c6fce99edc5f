package io.flavortrend.generator.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.TestDatabase;
import io.flavortrend.generator.store.Database;
import io.flavortrend.settings.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command refuses, and with which words. */
final class ReplayMainTest {
  private static final String CSV = ReplayTest.HEADER + "a,b,c,d,e,2026-03-02 12:00:00,,,,,,1\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "placed_at: placed|placed_at: ordered|columns.placed_at names the column 'ordered', which"
            + " the file does not have: it has id, customer",
        "amount: amount|amount: price|columns.amount names the column 'price'",
        "name: sample|name: Two Words|name is 'Two Words'",
        "city: city|town: city|columns.town is unknown: allowed is one of [accepted_at",
        "zone: UTC|zone: Mars|time.zone is 'Mars'",
        "HH:mm:ss|QQQQQQQ|time.pattern is 'yyyy-MM-dd QQQQQQQ'",
        "currency: TND|currency: dinar|constants.currency is 'dinar'",
        "vehicle: scooter|vehicle: horse|constants.vehicle is 'horse'",
        "placed_at: placed|placed_at: [a]|columns.placed_at must name a column",
      })
  void namesWhatIsWrongInAMapping(String right, String wrong, String message) throws Exception {
    ReplayFixture.of(folder, CSV, ReplayTest.MAPPING.replace(right, wrong));
    assertThat(run(Map.of(), "--speed", "max")).startsWith("2 ").contains(message);
  }

  @Test
  void refusesWrongArguments() throws Exception {
    ReplayFixture.of(folder, CSV, ReplayTest.MAPPING);
    assertThat(run(Map.of(), "--speed", "-3")).startsWith("2 --speed is '-3': allowed is");
    assertThat(run(Map.of(), "--file", "absent.csv")).startsWith("2 ");
  }

  @Test
  void entersALiveDatabaseOnlyInRealTime() throws Exception {
    TestDatabase database = TestDatabase.create(TimeDomain.LIVE);
    Database application = database.application();
    Files.writeString(folder.resolve("flavor_app.password"), application.password().reveal());
    Map<String, String> settings =
        Map.of(
            "FLAVOR_POSTGRES_PORT",
            Integer.toString(application.port()),
            "FLAVOR_POSTGRES_DATABASE",
            application.name(),
            "FLAVOR_SECRETS_DIR",
            folder.toString());
    ReplayFixture.of(folder, CSV, ReplayTest.MAPPING);
    assertThat(run(settings, "--speed", "20")).startsWith("2 ").contains("--speed 1 --rebase");
    assertThat(database.number("select count(*) from orders")).isZero();

    assertThat(run(settings, "--speed", "1", "--rebase"))
        .startsWith("0 ")
        .contains("read 1 rows: 1 stored, 0 rejected");
    assertThat(
            database.value(
                "select (now() - placed_at < interval '1 minute') || ' ' || (id > 1000000000000)"
                    + " from orders"))
        .isEqualTo("true true");
  }

  private String run(Map<String, String> settings, String... more) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(to);
    System.setErr(to);
    try {
      String[] arguments = new String[6 + more.length];
      arguments[0] = "--file=" + folder.resolve("rows.csv");
      arguments[1] = "--mapping=" + folder.resolve("mapping.yaml");
      arguments[2] = "--rejects=" + folder.resolve("rejects.csv");
      arguments[3] = "--progress=" + folder.resolve("progress.json");
      System.arraycopy(more, 0, arguments, 4, more.length);
      int code =
          ReplayMain.run(
              Settings.of(settings), java.util.Arrays.copyOf(arguments, 4 + more.length));
      return code + " " + said.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
