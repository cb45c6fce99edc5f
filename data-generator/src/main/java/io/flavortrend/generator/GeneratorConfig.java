package io.flavortrend.generator;

import io.flavortrend.contracts.TimeDomain;
import io.flavortrend.generator.simulation.Pace;
import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;

/**
 * The generator's own settings.
 *
 * @param pace orders per second and how long they live, until the control API says otherwise
 * @param seed of all random numbers
 * @param warmHours hours of history written when there are no orders yet; 0 for none
 * @param pingSeconds seconds between two positions of a carrying courier; 0 for none
 * @param connections connections over which the cities are spread
 * @param autostart whether orders come at once, or only after {@code POST /start}
 * @param bindAddress address of the control API
 * @param port port of the control API
 */
public record GeneratorConfig(
    Pace pace,
    long seed,
    double warmHours,
    int pingSeconds,
    int connections,
    boolean autostart,
    String bindAddress,
    int port) {
  private static final String LIFECYCLE = "FLAVOR_GENERATOR_LIFECYCLE_SECONDS";
  private static final String DOMAIN = "FLAVOR_TIME_DOMAIN";

  /** An order lives at least so long, however compressed. */
  public static final double MIN_LIFECYCLE_SECONDS = 1;

  /** An order lives at most so long. */
  public static final double MAX_LIFECYCLE_SECONDS = 86_400;

  /**
   * The configuration that the settings ask for.
   *
   * @throws InvalidSettingException for a value that is not allowed
   */
  public static GeneratorConfig from(Settings settings) {
    if (settings.choice(DOMAIN, TimeDomain.class, TimeDomain.LIVE) != TimeDomain.LIVE) {
      throw new InvalidSettingException(
          DOMAIN, "log", "live: in the log domain only a replay writes, and no generator runs");
    }
    Double lifecycle =
        settings.has(LIFECYCLE)
            ? settings.decimal(LIFECYCLE, 40, MIN_LIFECYCLE_SECONDS, MAX_LIFECYCLE_SECONDS)
            : null;
    return new GeneratorConfig(
        new Pace(
            settings.decimal("FLAVOR_GENERATOR_RATE", 3, 0, Pace.MAX_ORDERS_PER_SECOND),
            settings.flag("FLAVOR_GENERATOR_CONSTANT", false),
            lifecycle),
        settings.integer("FLAVOR_GENERATOR_SEED", 1, 0, Integer.MAX_VALUE),
        settings.decimal("FLAVOR_GENERATOR_WARM_HOURS", 2, 0, 48),
        settings.integer("FLAVOR_GENERATOR_PING_SECONDS", 30, 0, 600),
        settings.integer("FLAVOR_GENERATOR_CONNECTIONS", 2, 1, 8),
        settings.flag("FLAVOR_GENERATOR_AUTOSTART", true),
        settings.text("FLAVOR_BIND_ADDRESS", "127.0.0.1"),
        settings.port("FLAVOR_GENERATOR_PORT", 8095));
  }
}
