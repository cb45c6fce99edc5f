package io.flavortrend.initdb.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Deals a total out in proportion to population. */
final class Shares {
  private Shares() {}

  /**
   * Whole shares that add up to {@code total}: everybody gets {@code least}, the rest goes by
   * population, largest remainders first, so that no rounding loses or invents one.
   */
  static int[] byPopulation(List<City> cities, int total, int least) {
    int rest = total - least * cities.size();
    long population = cities.stream().mapToLong(City::population).sum();
    int[] shares = new int[cities.size()];
    double[] remainders = new double[cities.size()];
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < shares.length; i++) {
      double exact = (double) rest * cities.get(i).population() / population;
      shares[i] = least + (int) exact;
      remainders[i] = exact - (int) exact;
      order.add(i);
    }
    order.sort(Comparator.comparingDouble(i -> -remainders[i]));
    int open = total - Arrays.stream(shares).sum();
    order.stream().limit(open).forEach(i -> shares[i]++);
    return shares;
  }
}
