package io.flavortrend.generator;

import io.flavortrend.access.AccessTokens;
import io.flavortrend.generator.control.ControlServer;
import io.flavortrend.generator.live.LiveRun;
import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.study.StudyCommands;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.MissingSecretException;
import io.flavortrend.settings.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the generator until it is told to end. Exit code 2 for a wrong setting, 1 where the control
 * API's port cannot be had; each is one line on standard error. With arguments it runs one of
 * {@link StudyCommands} instead.
 */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  public static void main(String[] args) throws InterruptedException {
    if (args.length > 0) {
      System.exit(StudyCommands.run(args));
    }
    int refused = run(Settings.fromEnvironment(), Clock.systemUTC());
    if (refused != 0) {
      System.exit(refused);
    }
  }

  private static int run(Settings settings, Clock clock) throws InterruptedException {
    GeneratorConfig config;
    Database database;
    AccessTokens tokens;
    try {
      config = GeneratorConfig.from(settings);
      database = Database.from(settings);
      tokens = new AccessTokens(settings.secret(AccessTokens.KEY_SECRET), clock);
    } catch (InvalidSettingException | MissingSecretException | IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    LiveRun run = new LiveRun(config, database, clock);
    InetSocketAddress address = new InetSocketAddress(config.bindAddress(), config.port());
    try {
      ControlServer control = new ControlServer(address, run, tokens);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(control, run), "shutdown"));
      LOG.info("Control API on {}:{}", config.bindAddress(), control.port());
    } catch (IOException e) {
      System.err.printf(
          "FLAVOR_GENERATOR_PORT %d on %s cannot be used: %s%n",
          config.port(), config.bindAddress(), e.getMessage());
      return 1;
    }
    run.begin();
    new CountDownLatch(1).await();
    return 0;
  }

  private static void end(ControlServer control, LiveRun run) {
    control.close();
    try {
      run.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
