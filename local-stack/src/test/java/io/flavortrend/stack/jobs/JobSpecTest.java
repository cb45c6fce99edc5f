package io.flavortrend.stack.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobSpecTest {
  @Test
  void allAreStartedUnlessSomeAreNamed() {
    assertThat(JobSpec.chosen(Settings.of(Map.of()))).isEqualTo(JobSpec.ALL).hasSize(8);
    assertThat(names("static-sla, city-kpis,static-sla"))
        .containsExactly("city-kpis", "static-sla");
  }

  @Test
  void aJobThatIsNotThereIsNamedWithThoseThatAre() {
    assertThatThrownBy(() -> names("city-kpis,eta"))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("FLAVOR_JOBS")
        .hasMessageContaining("city-kpis,eta")
        .hasMessageContaining("eta-prediction");
  }

  private static List<String> names(String setting) {
    return JobSpec.chosen(Settings.of(Map.of("FLAVOR_JOBS", setting))).stream()
        .map(JobSpec::name)
        .toList();
  }
}
