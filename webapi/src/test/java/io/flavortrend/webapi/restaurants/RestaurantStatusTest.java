package io.flavortrend.webapi.restaurants;

import static io.flavortrend.webapi.restaurants.RestaurantStatus.BUSY;
import static io.flavortrend.webapi.restaurants.RestaurantStatus.NORMAL;
import static io.flavortrend.webapi.restaurants.RestaurantStatus.OVERLOADED;
import static io.flavortrend.webapi.restaurants.RestaurantStatus.PAUSED;
import static io.flavortrend.webapi.restaurants.RestaurantStatus.QUIET;
import static io.flavortrend.webapi.restaurants.RestaurantStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RestaurantStatusTest {
  @Test
  void followsOpenOrders() {
    assertThat(of(0.0, 12.0)).isEqualTo(QUIET);
    assertThat(of(1.0, 12.0)).isEqualTo(NORMAL);
    assertThat(of(4.0, 12.0)).isEqualTo(NORMAL);
    assertThat(of(5.0, 12.0)).isEqualTo(BUSY);
    assertThat(of(9.0, 12.0)).isEqualTo(BUSY);
    assertThat(of(10.0, 12.0)).isEqualTo(OVERLOADED);
  }

  @Test
  void weighsAKitchenThatNoLongerKeepsItsPace() {
    assertThat(of(1.0, 14.9)).isEqualTo(NORMAL);
    assertThat(of(1.0, 15.0)).isEqualTo(BUSY);
    assertThat(of(5.0, 15.0)).isEqualTo(OVERLOADED);
    assertThat(of(5.0, null)).isEqualTo(BUSY);
  }

  @Test
  void tellsAPauseBeforeAllElseAndClaimsNothingUnknown() {
    assertThat(RestaurantStatus.of(1.0, 20.0, 30.0, 12.0)).isEqualTo(PAUSED);
    assertThat(RestaurantStatus.of(null, null, 30.0, 12.0)).isEqualTo(UNKNOWN);
  }

  private static RestaurantStatus of(Double open, @Nullable Double prepMinutes) {
    return RestaurantStatus.of(0.0, open, prepMinutes, 12.0);
  }
}
