package io.flavortrend.features.catalogue;

import io.flavortrend.contracts.topics.TopicCatalogue;
import io.flavortrend.contracts.topics.TopicSpec;

/** What features are of, and where their versions are found. */
public enum FeatureEntity {
  RESTAURANT("restaurant", "restaurant_id", TopicCatalogue.RESTAURANT_FEATURES),
  COURIER("courier", "courier_id", TopicCatalogue.COURIER_FEATURES),
  CITY("city", "city_id", TopicCatalogue.CITY_FEATURES);

  private final String code;
  private final String idColumn;
  private final TopicSpec topic;

  FeatureEntity(String code, String idColumn, TopicSpec topic) {
    this.code = code;
    this.idColumn = idColumn;
    this.topic = topic;
  }

  /** The name in SQL, JSON and REST: lower case. */
  public String code() {
    return code;
  }

  /** The topic of its versions. */
  public TopicSpec topic() {
    return topic;
  }

  /** The table of its newest versions, with schema. */
  public String table() {
    return "analytics." + code + "_features";
  }

  /** The table's primary key. */
  public String idColumn() {
    return idColumn;
  }
}
