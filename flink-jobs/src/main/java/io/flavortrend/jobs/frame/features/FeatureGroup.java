package io.flavortrend.jobs.frame.features;

import io.flavortrend.features.catalogue.FeatureCatalogue;
import io.flavortrend.features.catalogue.FeatureEntity;
import io.flavortrend.features.fold.FeatureEvent;
import io.flavortrend.features.fold.FeatureState;
import java.io.Serializable;
import java.util.List;

/**
 * The features of one kind of entity: what is folded, and into what.
 *
 * @param entity what they are features of
 * @param eventType the class of what is folded
 * @param newState makes the state of an entity not seen before
 * @param <E> what is folded
 */
public record FeatureGroup<E extends FeatureEvent<E>>(
    FeatureEntity entity, Class<E> eventType, NewState<E> newState) implements Serializable {

  /**
   * Makes empty states.
   *
   * @param <E> what is folded
   */
  @FunctionalInterface
  public interface NewState<E> extends Serializable {
    FeatureState<E> get();
  }

  /** The features' names, in the order of a state's values. */
  List<String> names() {
    return FeatureCatalogue.names(entity);
  }
}
