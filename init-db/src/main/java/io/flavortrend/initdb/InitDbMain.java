package io.flavortrend.initdb;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.MissingSecretException;
import io.flavortrend.settings.Settings;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;

/**
 * Runs {@link InitDb} with the settings of the environment. Exit code 0 on success, 2 for a wrong
 * setting or another time domain, 1 for everything else; each failure is one line on standard
 * error.
 */
public final class InitDbMain {
  private InitDbMain() {}

  public static void main(String[] args) {
    System.exit(run(Settings.fromEnvironment()));
  }

  static int run(Settings settings) {
    try {
      new InitDb(InitDbConfig.from(settings)).run().forEach(System.out::println);
      return 0;
    } catch (InvalidSettingException | MissingSecretException | OtherTimeDomainException e) {
      System.err.println(e.getMessage());
      return 2;
    } catch (SQLException | FlywayException e) {
      System.err.println("The database could not be prepared: " + e.getMessage());
      return 1;
    }
  }
}
