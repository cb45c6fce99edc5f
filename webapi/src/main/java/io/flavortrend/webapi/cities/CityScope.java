package io.flavortrend.webapi.cities;

import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** The cities that a query is about, as a piece of SQL and its value. Immutable. */
public final class CityScope {
  private final Integer[] cities;

  private CityScope(Integer[] cities) {
    this.cities = cities;
  }

  /** These cities; none means all. */
  public static CityScope of(Collection<Integer> cities) {
    return new CityScope(cities.stream().sorted().toArray(Integer[]::new));
  }

  /**
   * {@code and <column> = any(:cities)}, or nothing where all cities are meant: a condition that is
   * not there cannot keep the planner from an index.
   */
  public String and(String column) {
    return cities.length == 0 ? "" : " and " + column + " = any(:cities)";
  }

  /** Binds what {@link #and} refers to. */
  public GenericExecuteSpec bind(GenericExecuteSpec query) {
    return cities.length == 0 ? query : query.bind("cities", cities.clone());
  }

  /** True where it is about exactly one city. */
  public boolean isOne() {
    return cities.length == 1;
  }

  /** The same for the same cities. */
  public String key() {
    return java.util.Arrays.toString(cities);
  }
}
