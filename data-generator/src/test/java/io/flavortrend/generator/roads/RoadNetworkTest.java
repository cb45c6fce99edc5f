package io.flavortrend.generator.roads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Place;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RoadNetworkTest {
  private static final City CITY =
      new City(1, "Tunis", 36.8, 10.2, 600_000, ZoneId.of("Africa/Tunis"), "TND");
  private static final Place CENTRE = new Place(36.8, 10.2);

  private final RoadNetwork roads = RoadNetwork.of(1, CITY);

  @Test
  void followsFromSeedAndCity() {
    assertThat(RoadNetwork.of(1, CITY).streets()).isEqualTo(roads.streets());
    assertThat(RoadNetwork.of(1, CITY).crossings()).isEqualTo(roads.crossings());
    assertThat(RoadNetwork.of(2, CITY).streets()).isNotEqualTo(roads.streets());
    City other = new City(2, "B", 36.8, 10.2, 600_000, CITY.zone(), "TND");
    assertThat(RoadNetwork.of(1, other).streets()).isNotEqualTo(roads.streets());
  }

  @Test
  void leadsEverywhereByWaysThatAreAsLongAsTheySay() {
    Routes routes = roads.routesFrom(CENTRE);
    for (Place crossing : roads.crossings()) {
      List<Place> way = routes.wayTo(crossing);
      double length = 0;
      for (int i = 1; i < way.size(); i++) {
        length += way.get(i - 1).kilometresTo(way.get(i));
      }
      assertThat(routes.kilometresTo(crossing)).isEqualTo(length * 1.04, within(0.02));
      assertThat(routes.effortTo(crossing)).isLessThanOrEqualTo(length * 1.04 + 0.02);
    }
  }

  /** Against Bellman and Ford's plain relaxation of every street until nothing changes. */
  @Test
  void findsTheQuickestWays() {
    int origin = roads.crossingAt(CENTRE);
    double[] effort = new double[roads.crossings().size()];
    Arrays.fill(effort, Double.MAX_VALUE);
    effort[origin] = 0;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Street street : roads.streets()) {
        double there = Math.min(effort[street.to()], effort[street.from()] + street.effort());
        double back = Math.min(effort[street.from()], effort[street.to()] + street.effort());
        changed |= there < effort[street.to()] || back < effort[street.from()];
        effort[street.to()] = there;
        effort[street.from()] = back;
      }
    }
    Routes routes = roads.routesFrom(CENTRE);
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      int crossing = random.nextInt(effort.length);
      Place place = roads.crossings().get(crossing);
      assertThat(routes.effortTo(place)).isEqualTo(effort[roads.crossingAt(place)], within(0.001));
      assertThat(roads.route(CENTRE, place).effortTo(place))
          .isEqualTo(routes.effortTo(place), within(0.001));
    }
  }

  @Test
  void isWrittenAsGeoJson() {
    RoadGeoJson.FeatureCollection geo = RoadGeoJson.of(roads);
    assertThat(geo.features())
        .extracting(feature -> feature.properties().kind())
        .containsExactly("street", "arterial", "river");
    assertThat(
            geo.features().get(0).geometry().coordinates().size()
                + geo.features().get(1).geometry().coordinates().size())
        .isEqualTo(roads.streets().size());
    double[] point = geo.features().get(2).geometry().coordinates().get(0).get(0);
    assertThat(point[0]).isBetween(9.9, 10.5);
    assertThat(point[1]).isBetween(36.5, 37.1);
  }
}
