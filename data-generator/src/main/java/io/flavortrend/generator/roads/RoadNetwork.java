package io.flavortrend.generator.roads;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Place;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The roads of one city. Shortest ways from a place that is asked for again and again, a
 * restaurant, are kept. Thread-safe.
 */
public final class RoadNetwork {
  private final City city;
  private final int side;
  private final double spacingKm;
  private final List<Place> crossings;
  private final List<Street> streets;
  private final List<Place> river;
  private final Place centre;

  /** The streets of crossing i are those at first[i] to first[i + 1] − 1 of {@code streetsOf}. */
  private final int[] first;

  private final Street[] streetsOf;
  private final Map<Integer, Routes> kept = new ConcurrentHashMap<>();

  RoadNetwork(
      City city,
      int side,
      double spacingKm,
      List<Place> crossings,
      List<Street> streets,
      List<Place> river) {
    this.city = city;
    this.side = side;
    this.spacingKm = spacingKm;
    this.crossings = List.copyOf(crossings);
    this.streets = List.copyOf(streets);
    this.river = List.copyOf(river);
    this.centre = new Place(city.latitude(), city.longitude());
    first = new int[crossings.size() + 1];
    streets.forEach(
        street -> {
          first[street.from() + 1]++;
          first[street.to() + 1]++;
        });
    for (int i = 1; i < first.length; i++) {
      first[i] += first[i - 1];
    }
    int[] next = first.clone();
    streetsOf = new Street[2 * streets.size()];
    for (Street street : streets) {
      streetsOf[next[street.from()]++] = street;
      streetsOf[next[street.to()]++] = street;
    }
  }

  /** The roads of that city, the same for the same seed and city. */
  public static RoadNetwork of(long seed, City city) {
    return new StreetPlan(seed, city).lay();
  }

  /** The city that it is of. */
  public City city() {
    return city;
  }

  /** All crossings; a street names them by their index. */
  public List<Place> crossings() {
    return crossings;
  }

  /** All streets. */
  public List<Street> streets() {
    return streets;
  }

  /** The middle of the river, from end to end. */
  public List<Place> river() {
    return river;
  }

  /** The crossing at that place; outside of the city, that of the nearest border. */
  public int crossingAt(Place place) {
    int column = line(place.longitude() - centre.longitude(), eastPerDegree());
    int row = line(place.latitude() - centre.latitude(), Place.KM_PER_DEGREE);
    return row * side + column;
  }

  /** The shortest ways from that place to every crossing; kept for the next time. */
  public Routes routesFrom(Place place) {
    return kept.computeIfAbsent(
        crossingAt(place), origin -> Routes.search(this, origin, Routes.EVERYWHERE));
  }

  /** The shortest ways from that place as far as needed to reach the other; not kept. */
  public Routes route(Place from, Place to) {
    return Routes.search(this, crossingAt(from), crossingAt(to));
  }

  int firstStreetOf(int crossing) {
    return first[crossing];
  }

  Street streetOf(int index) {
    return streetsOf[index];
  }

  private int line(double degrees, double kmPerDegree) {
    int line = (int) Math.round(degrees * kmPerDegree / spacingKm) + side / 2;
    return Math.max(0, Math.min(side - 1, line));
  }

  private double eastPerDegree() {
    return Place.KM_PER_DEGREE * Math.cos(Math.toRadians(centre.latitude()));
  }
}
