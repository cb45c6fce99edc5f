package io.flavortrend.initdb.reference;

import java.util.Random;

/** A point on the map, WGS 84, rounded to about a metre. */
record Place(double latitude, double longitude) {
  private static final double KM_PER_DEGREE = 111.32;

  /** A point near a city's centre, denser towards it; larger cities reach further, up to 6 km. */
  static Place near(City city, Random random) {
    double reachKm = Math.min(6, 1 + Math.sqrt(city.population()) / 160);
    double km = reachKm * random.nextDouble();
    double bearing = 2 * Math.PI * random.nextDouble();
    double latitude = city.latitude() + km * Math.cos(bearing) / KM_PER_DEGREE;
    double longitude =
        city.longitude()
            + km * Math.sin(bearing) / (KM_PER_DEGREE * Math.cos(Math.toRadians(city.latitude())));
    return new Place(rounded(latitude), rounded(longitude));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
