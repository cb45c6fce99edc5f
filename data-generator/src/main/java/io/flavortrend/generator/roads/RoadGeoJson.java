package io.flavortrend.generator.roads;

import io.flavortrend.generator.world.Place;
import java.util.ArrayList;
import java.util.List;

/** A city's roads as GeoJSON (RFC 7946): one feature each for streets, arterials and river. */
public final class RoadGeoJson {
  private RoadGeoJson() {}

  /**
   * What a map takes.
   *
   * @param type always FeatureCollection
   */
  public record FeatureCollection(String type, List<Feature> features) {}

  /**
   * Lines of one kind.
   *
   * @param type always Feature
   */
  public record Feature(String type, Properties properties, Lines geometry) {}

  /**
   * What the lines are.
   *
   * @param kind street, arterial or river
   * @param city id of the city
   */
  public record Properties(String kind, int city) {}

  /**
   * Lines by their points.
   *
   * @param type always MultiLineString
   * @param coordinates for each line its points, longitude before latitude, in degrees
   */
  public record Lines(String type, List<List<double[]>> coordinates) {}

  /** The roads of that network. */
  public static FeatureCollection of(RoadNetwork roads) {
    List<Feature> features = new ArrayList<>();
    features.add(feature("street", roads, streets(roads, false)));
    features.add(feature("arterial", roads, streets(roads, true)));
    features.add(feature("river", roads, List.of(points(roads.river()))));
    return new FeatureCollection("FeatureCollection", List.copyOf(features));
  }

  private static Feature feature(String kind, RoadNetwork roads, List<List<double[]>> lines) {
    return new Feature(
        "Feature", new Properties(kind, roads.city().id()), new Lines("MultiLineString", lines));
  }

  private static List<List<double[]>> streets(RoadNetwork roads, boolean arterial) {
    return roads.streets().stream()
        .filter(street -> street.arterial() == arterial)
        .map(
            street ->
                points(
                    List.of(
                        roads.crossings().get(street.from()), roads.crossings().get(street.to()))))
        .toList();
  }

  private static List<double[]> points(List<Place> places) {
    return places.stream()
        .map(place -> new double[] {rounded(place.longitude()), rounded(place.latitude())})
        .toList();
  }

  /** Five decimals are a metre. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e5) / 1e5;
  }
}
