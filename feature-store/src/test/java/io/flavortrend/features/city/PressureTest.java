package io.flavortrend.features.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PressureTest {
  @Test
  void isZeroWhereNothingWaitsAndHundredWhereNobodyIsIdle() {
    assertThat(Pressure.of(0, 0)).isZero();
    assertThat(Pressure.of(0, 5)).isZero();
    assertThat(Pressure.of(3, 3)).isZero();
    assertThat(Pressure.of(1, 0)).isEqualTo(100);
    assertThat(Pressure.of(4, 1)).isEqualTo(75);
  }

  @Test
  void staysWithinItsBoundsAndIsMonotone() {
    for (int waiting = 0; waiting < 60; waiting++) {
      for (int idle = -1; idle < 60; idle++) {
        double pressure = Pressure.of(waiting, idle);
        assertThat(pressure).isBetween(0.0, 100.0);
        assertThat(Pressure.of(waiting + 1, idle)).isGreaterThanOrEqualTo(pressure);
        assertThat(Pressure.of(waiting, idle + 1)).isLessThanOrEqualTo(pressure);
      }
    }
  }
}
