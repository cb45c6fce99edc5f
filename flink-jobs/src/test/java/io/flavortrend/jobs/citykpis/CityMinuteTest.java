package io.flavortrend.jobs.citykpis;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.values.CityKpi;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CityMinuteTest {
  private static final CityMinuteKey KEY = new CityMinuteKey(7, 1_772_366_400_000L);

  @Test
  void showsWhatWasFolded() {
    CityMinute minute =
        CityMinute.EMPTY
            .plus(contribution(1, 0, 0, 0, 0, 100), 0)
            .plus(contribution(0, 1, 10_500, 600_000_000L, 1, 300), 0)
            .plus(contribution(0, 1, 500, 300_000_000L, 1, 200), 1);
    CityKpi kpi = minute.toKpi(KEY, 3, Instant.EPOCH);

    assertThat(kpi.cityId()).isEqualTo(7);
    assertThat(kpi.windowStart()).isEqualTo(Instant.ofEpochMilli(KEY.minute()));
    assertThat(kpi.orders()).isEqualTo(1);
    assertThat(kpi.delivered()).isEqualTo(2);
    assertThat(kpi.revenue()).isEqualByComparingTo("11.000").hasScaleOf(3);
    assertThat(kpi.avgDeliveryMinutes()).isEqualTo(7.5);
    assertThat(kpi.activeCouriers()).isEqualTo(1);
    assertThat(kpi.version()).isEqualTo((3L << 40) + 3);
    assertThat(kpi.trace().committedAt()).isEqualTo(Instant.EPOCH.plusNanos(300_000));
  }

  @Test
  void theNewestPressureOfTheMinuteIsShown() {
    Contribution later = Contribution.ofPressure(7, KEY.minute() + 9_000, 40, 1, 1);
    Contribution earlier = Contribution.ofPressure(7, KEY.minute() + 2_000, 90, 2, 2);
    assertThat(later.key()).isEqualTo(KEY);
    for (CityMinute minute :
        List.of(
            CityMinute.EMPTY.plus(later, 0).plus(earlier, 0),
            CityMinute.EMPTY.plus(earlier, 0).plus(later, 0))) {
      assertThat(minute.toKpi(KEY, 1, Instant.EPOCH).pressure()).isEqualTo(40);
      assertThat(minute.eventful()).isFalse();
      assertThat(minute.changes()).isZero();
    }
    assertThat(CityMinute.EMPTY.toKpi(KEY, 1, Instant.EPOCH).pressure()).isNull();
  }

  @Test
  void couriersAloneAreNoEvent() {
    CityMinute minute = CityMinute.EMPTY.plus(contribution(0, 0, 0, 0, 1, 1), 0);
    assertThat(minute.eventful()).isFalse();
    assertThat(minute.activeCouriers()).isEqualTo(1);
    assertThat(minute.plus(contribution(0, 0, 0, 0, -1, 2), 1).activeCouriers()).isZero();
  }

  @Test
  void aMinuteThatWasCorrectedToNothingStaysEventful() {
    CityMinute minute =
        CityMinute.EMPTY
            .plus(contribution(0, 1, 10, 10, 0, 1), 0)
            .plus(contribution(0, -1, -10, -10, 0, 2), 0);
    assertThat(minute.eventful()).isTrue();
    CityKpi kpi = minute.toKpi(KEY, 1, Instant.EPOCH);
    assertThat(kpi.avgDeliveryMinutes()).isNull();
    assertThat(kpi.revenue()).isZero();
  }

  private static Contribution contribution(
      int orders, int delivered, long revenue, long micros, int courierEvents, long committedAt) {
    return new Contribution(
        7,
        KEY.minute(),
        orders,
        delivered,
        0,
        revenue,
        micros,
        courierEvents == 0 ? 0 : 42,
        courierEvents,
        Contribution.NO_PRESSURE,
        Double.NaN,
        committedAt,
        committedAt + 1);
  }
}
