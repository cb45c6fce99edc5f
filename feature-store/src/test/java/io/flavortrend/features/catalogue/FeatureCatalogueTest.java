package io.flavortrend.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.features.city.CityState;
import io.flavortrend.features.courier.CourierState;
import io.flavortrend.features.fold.FeatureState;
import io.flavortrend.features.restaurant.RestaurantState;
import java.io.InputStream;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class FeatureCatalogueTest {
  @ParameterizedTest
  @EnumSource
  void theTopicsSchemaHasTheSameFeatures(FeatureEntity entity) throws Exception {
    String schema = "/schemas/" + entity.topic().name() + ".schema.json";
    try (InputStream resource = getClass().getResourceAsStream(schema)) {
      JsonNode features = Json.mapper().readTree(resource).at("/properties/features");
      assertThat(features.get("properties").propertyNames())
          .containsExactlyElementsOf(FeatureCatalogue.names(entity));
    }
  }

  @ParameterizedTest
  @EnumSource
  void theAggregatorGivesAValueForEach(FeatureEntity entity) {
    FeatureState<?> state =
        switch (entity) {
          case RESTAURANT -> new RestaurantState();
          case COURIER -> new CourierState(ZoneOffset.UTC);
          case CITY -> new CityState();
        };
    assertThat(state.values()).hasSameSizeAs(FeatureCatalogue.names(entity));
  }

  @Test
  void whatIsUnknownIsNeverZero() {
    assertThat(FeatureCatalogue.all())
        .allSatisfy(feature -> assertThat(feature.defaultValue()).isNaN())
        .extracting(feature -> feature.entity() + "." + feature.name())
        .doesNotHaveDuplicates();
  }
}
