package io.flavortrend.generator.roads;

import io.flavortrend.generator.world.City;
import io.flavortrend.generator.world.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Lays out a city: a grid of crossings, none quite where a ruler would put it, with gaps where
 * there are parks and works, some diagonals, every fifth line an arterial, and a river that only
 * arterials cross. Every crossing can be reached. Follows from seed and city alone.
 */
final class StreetPlan {
  private static final double SPACING_KM = 0.4;
  private static final double JITTER_KM = 0.12;
  private static final int ARTERIAL_EVERY = 5;
  private static final double GAPS = 0.16;
  private static final double DIAGONALS = 0.06;
  private static final double BENDS = 1.04;

  /** How far orders are carried beyond the outermost restaurant. */
  private static final double OUTSKIRTS_KM = 4.5;

  private final City city;
  private final SplittableRandom random;
  private final int side;
  private final double[][] positions;
  private final River river;
  private final List<Street> streets = new ArrayList<>();
  private final List<Street> spare = new ArrayList<>();

  StreetPlan(long seed, City city) {
    this.city = city;
    random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + city.id());
    double reach = Math.min(6, 1 + Math.sqrt(city.population()) / 160) + OUTSKIRTS_KM;
    side = 2 * (int) Math.ceil(reach / SPACING_KM) + 1;
    positions = new double[side * side][];
    river = new River(random);
  }

  RoadNetwork lay() {
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          new double[] {
            (i % side - side / 2) * SPACING_KM + JITTER_KM * (2 * random.nextDouble() - 1),
            (i / side - side / 2) * SPACING_KM + JITTER_KM * (2 * random.nextDouble() - 1)
          };
    }
    for (int row = 0; row < side; row++) {
      for (int column = 0; column < side; column++) {
        streetsFrom(row, column);
      }
    }
    joinDistricts();
    List<Place> crossings = new ArrayList<>(positions.length);
    for (double[] position : positions) {
      crossings.add(place(position));
    }
    return new RoadNetwork(city, side, SPACING_KM, crossings, streets, riverbed());
  }

  private void streetsFrom(int row, int column) {
    int here = row * side + column;
    if (column + 1 < side) {
      consider(here, here + 1, isArterial(row), GAPS);
    }
    if (row + 1 < side) {
      consider(here, here + side, isArterial(column), GAPS);
    }
    if (column + 1 < side && row + 1 < side) {
      consider(here, here + side + 1, false, 1 - DIAGONALS);
    }
  }

  private boolean isArterial(int line) {
    return (line - side / 2) % ARTERIAL_EVERY == 0;
  }

  private void consider(int from, int to, boolean arterial, double gaps) {
    double[] a = positions[from];
    double[] b = positions[to];
    double kilometres = Math.hypot(a[0] - b[0], a[1] - b[1]) * BENDS;
    Street street = new Street(from, to, kilometres, arterial);
    boolean gap = random.nextDouble() < gaps;
    if (arterial || !(gap || river.parts(a, b))) {
      streets.add(street);
    } else {
      spare.add(street);
    }
  }

  /** Opens as many of the streets left out as it takes to reach every crossing. */
  private void joinDistricts() {
    Districts districts = new Districts(positions.length);
    streets.forEach(street -> districts.join(street.from(), street.to()));
    for (Street street : spare) {
      if (districts.join(street.from(), street.to())) {
        streets.add(street);
      }
    }
  }

  private List<Place> riverbed() {
    List<Place> bed = new ArrayList<>();
    double reach = side / 2 * SPACING_KM;
    for (double along = -reach; along <= reach; along += SPACING_KM) {
      bed.add(place(river.at(along)));
    }
    return bed;
  }

  private Place place(double[] position) {
    return new Place(city.latitude(), city.longitude())
        .offset(position[1], Math.PI / 2)
        .offset(position[0], 0);
  }
}
