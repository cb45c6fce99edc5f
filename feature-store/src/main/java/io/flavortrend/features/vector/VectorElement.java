package io.flavortrend.features.vector;

import io.flavortrend.features.catalogue.Feature.Type;
import java.util.List;

/**
 * One element of the vector.
 *
 * @param name the same in the record {@code features}, the training set and a model's signature
 * @param group whose age tells how old it is
 * @param type what its number stands for; never an instant, since the model sees elapsed time
 * @param unit for people
 * @param description what it means
 * @param categories of a {@link Type#CATEGORY} the names of its codes 0, 1, …; empty of all others
 */
public record VectorElement(
    String name, Group group, Type type, String unit, String description, List<String> categories) {

  /** Where an element comes from. */
  public enum Group {
    /** The order itself, and the calendar of its city. */
    ORDER,
    /** The newest observation at its time. */
    WEATHER,
    /** Features of its restaurant. */
    RESTAURANT,
    /** Features of its courier. */
    COURIER,
    /** Features of its city. */
    CITY
  }
}
