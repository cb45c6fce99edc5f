package io.flavortrend.generator.control;

import io.flavortrend.generator.live.LiveRun;
import io.flavortrend.generator.roads.RoadGeoJson;
import io.flavortrend.generator.roads.RoadNetwork;
import io.flavortrend.generator.world.City;
import java.util.stream.Collectors;

/** {@code GET /roads/CITY}: the roads of the city of that id as GeoJSON. */
final class RoadRoutes {
  static final String PATH = "/roads";

  private final LiveRun run;

  RoadRoutes(LiveRun run) {
    this.run = run;
  }

  RoadGeoJson.FeatureCollection of(String path) throws Problem {
    for (City city : run.cities()) {
      if (path.equals(PATH + "/" + city.id())) {
        return RoadGeoJson.of(RoadNetwork.of(run.seed(), city));
      }
    }
    throw new Problem(
        404,
        "Not found",
        "There is %s/CITY with CITY one of %s"
            .formatted(
                PATH,
                run.cities().stream()
                    .map(city -> Integer.toString(city.id()))
                    .collect(Collectors.joining(", "))));
  }
}
