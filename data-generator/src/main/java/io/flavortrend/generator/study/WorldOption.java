package io.flavortrend.generator.study;

import io.flavortrend.generator.store.Database;
import io.flavortrend.generator.store.WorldReader;
import io.flavortrend.generator.world.Market;
import io.flavortrend.generator.world.World;
import io.flavortrend.settings.Settings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Option;

/** Which world is studied. */
final class WorldOption {
  @Option(
      names = "--sample",
      description =
          "Study four made-up cities. Default: the cities and restaurants of the database that the"
              + " generator's settings name, which is only read.")
  private boolean sample;

  /** The world before its first order, without couriers: the simulation takes on its own. */
  World read() throws SQLException {
    if (sample) {
      return SampleWorld.make();
    }
    try (Connection connection =
        Database.from(Settings.fromEnvironment()).connect("data-generator-study")) {
      connection.setReadOnly(true);
      World found = new WorldReader(connection).read();
      return new World(
          found.markets().stream()
              .map(
                  market ->
                      new Market(
                          market.city(), market.restaurants(), market.customerIds(), List.of()))
              .toList(),
          1,
          1_000_000,
          found.holidays());
    }
  }
}
