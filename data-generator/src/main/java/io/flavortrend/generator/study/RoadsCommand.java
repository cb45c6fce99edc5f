package io.flavortrend.generator.study;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.generator.roads.RoadGeoJson;
import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.world.Market;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the roads of every city. */
@Command(
    name = "roads",
    description = "Writes the roads of every city as GeoJSON, one file CITY.geojson each.",
    mixinStandardHelpOptions = true)
final class RoadsCommand implements Callable<Integer> {
  @Mixin private WorldOption world;

  @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
  private long seed;

  @Option(names = "--out", required = true, description = "Folder, made where it is missing.")
  private Path out;

  /** Made by picocli, which sets the fields. */
  @SuppressWarnings("NullAway.Init")
  RoadsCommand() {}

  @Override
  public Integer call() throws SQLException, IOException {
    Files.createDirectories(out);
    for (Market market : world.read().markets()) {
      Files.write(
          out.resolve(market.city().id() + ".geojson"),
          Json.mapper().writeValueAsBytes(RoadGeoJson.of(RoadNetwork.of(seed, market.city()))));
    }
    return 0;
  }
}
