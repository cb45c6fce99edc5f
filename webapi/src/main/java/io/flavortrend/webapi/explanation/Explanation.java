package io.flavortrend.webapi.explanation;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.VectorElement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How an answer comes about: {@code baseMinutes}, the contributions and {@code otherMinutes} sum up
 * to the expected minutes before clipping.
 *
 * @param baseMinutes what is said of a vector of which nothing is known
 * @param contributions those that move the answer most, the largest first
 * @param otherMinutes sum of all others
 */
public record Explanation(
    String modelVersion,
    double baseMinutes,
    List<Contribution> contributions,
    double otherMinutes) {
  private static final int TOP = 8;

  /**
   * How much one element of the vector moves the answer.
   *
   * @param name as in the vector
   * @param description for people
   * @param value null where unknown
   * @param category a category's name; null of all others
   * @param minutes positive where it makes the delivery later
   */
  public record Contribution(
      String name,
      String description,
      String unit,
      @Nullable Double value,
      @Nullable String category,
      double minutes) {}

  /**
   * Sums up a model's contributions.
   *
   * @param contributions one for each element of the vector, then the base
   */
  public static Explanation of(String modelVersion, double[] vector, double[] contributions) {
    List<Contribution> moving =
        IntStream.range(0, vector.length)
            .filter(i -> contributions[i] != 0)
            .mapToObj(i -> contribution(EtaVector.all().get(i), vector[i], contributions[i]))
            .sorted(Comparator.comparingDouble((Contribution c) -> -Math.abs(c.minutes())))
            .toList();
    List<Contribution> top = moving.stream().limit(TOP).toList();
    return new Explanation(
        modelVersion,
        contributions[vector.length],
        top,
        moving.stream().skip(TOP).mapToDouble(Contribution::minutes).sum());
  }

  private static Contribution contribution(VectorElement element, double value, double minutes) {
    return new Contribution(
        element.name(),
        element.description(),
        element.unit(),
        Double.isNaN(value) ? null : value,
        category(element, value),
        minutes);
  }

  private static @Nullable String category(VectorElement element, double value) {
    return value >= 0 && value < element.categories().size()
        ? element.categories().get((int) value)
        : null;
  }
}
