package io.flavortrend.generator.world;

/**
 * A point on the map.
 *
 * @param latitude degrees
 * @param longitude degrees
 */
public record Place(double latitude, double longitude) {
  /** Kilometres in a degree of latitude, on a sphere of the mean radius. */
  public static final double KM_PER_DEGREE = 111.195;

  /** Straight distance in kilometres; flat, which within a city is exact enough. */
  public double kilometresTo(Place other) {
    double north = (other.latitude - latitude) * KM_PER_DEGREE;
    double east =
        (other.longitude - longitude) * KM_PER_DEGREE * Math.cos(Math.toRadians(latitude));
    return Math.hypot(north, east);
  }

  /** The place so far away in that direction (radians, 0 = east). */
  public Place offset(double kilometres, double direction) {
    double north = kilometres * Math.sin(direction) / KM_PER_DEGREE;
    double east =
        kilometres * Math.cos(direction) / (KM_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
    return new Place(latitude + north, longitude + east);
  }

  /** The point on the straight line to {@code other} at that share of the way. */
  public Place towards(Place other, double share) {
    return new Place(
        latitude + (other.latitude - latitude) * share,
        longitude + (other.longitude - longitude) * share);
  }
}
