package io.flavortrend.webapi.couriers;

import static io.flavortrend.webapi.couriers.CourierStatus.DELIVERING;
import static io.flavortrend.webapi.couriers.CourierStatus.IDLE;
import static io.flavortrend.webapi.couriers.CourierStatus.OFF_SHIFT;
import static io.flavortrend.webapi.couriers.CourierStatus.OVERLOADED;
import static io.flavortrend.webapi.couriers.CourierStatus.RETURNING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CourierStatusTest {
  @Test
  void followsTheLoad() {
    assertThat(CourierStatus.of(1.0, null, "busy")).isEqualTo(DELIVERING);
    assertThat(CourierStatus.of(2.0, null, "busy")).isEqualTo(DELIVERING);
    assertThat(CourierStatus.of(3.0, null, "busy")).isEqualTo(OVERLOADED);
    assertThat(CourierStatus.of(1.0, null, "offline")).isEqualTo(DELIVERING);
  }

  @Test
  void withoutLoadIsWhatTheRowSays() {
    assertThat(CourierStatus.of(0.0, 1.0, "idle")).isEqualTo(IDLE);
    assertThat(CourierStatus.of(0.0, null, "offline")).isEqualTo(OFF_SHIFT);
    assertThat(CourierStatus.of(0.0, null, "busy")).isEqualTo(RETURNING);
    assertThat(CourierStatus.of(null, null, "idle")).isEqualTo(IDLE);
  }

  @Test
  void withoutARowIsIdleOnlyAsFarAsFeaturesTell() {
    assertThat(CourierStatus.of(0.0, 1.0, null)).isEqualTo(IDLE);
    assertThat(CourierStatus.of(0.0, null, null)).isEqualTo(OFF_SHIFT);
  }
}
