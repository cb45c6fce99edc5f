package io.flavortrend.webapi.features;

import io.flavortrend.features.catalogue.FeatureEntity;

/**
 * Finds, as a piece of SQL, the earliest event that features do not tell yet.
 *
 * <p>Only events that change a feature for certain, and that an index or a small table tells: an
 * order that is placed is open for its restaurant and its city from then on; a courier who becomes
 * idle has been so since then. Event times are cut to milliseconds, therefore one of the same
 * millisecond counts as told. Looked for in {@code :since} to {@code :now}, which keeps the search
 * short where features are missing altogether.
 */
final class DueEvents {
  private DueEvents() {}

  /**
   * For all entities of a kind.
   *
   * @param newest SQL of the newest event time that is told; null for none
   */
  static String ofGroup(FeatureEntity entity, String newest) {
    return switch (entity) {
      case RESTAURANT, CITY -> placed("", newest);
      case COURIER -> idle("", newest);
    };
  }

  /**
   * For one entity.
   *
   * @param newest as in {@link #ofGroup}
   * @param city SQL of its city
   * @param id SQL of its id
   */
  static String ofOne(FeatureEntity entity, String newest, String city, String id) {
    return switch (entity) {
      case RESTAURANT ->
          placed(" and o.city_id = %s and o.restaurant_id = %s".formatted(city, id), newest);
      case CITY -> placed(" and o.city_id = " + id, newest);
      case COURIER -> idle(" and w.id = " + id, newest);
    };
  }

  private static String placed(String condition, String newest) {
    return "(select min(o.placed_at) from public.orders o where "
        + after("o.placed_at", newest)
        + condition
        + ")";
  }

  private static String idle(String condition, String newest) {
    return "(select min(w.updated_at) from public.couriers w where w.status = 'idle' and "
        + after("w.updated_at", newest)
        + condition
        + ")";
  }

  // greatest passes over nulls.
  private static String after(String column, String newest) {
    return "%1$s >= greatest(%2$s + interval '1 millisecond', :since) and %1$s <= :now"
        .formatted(column, newest);
  }
}
