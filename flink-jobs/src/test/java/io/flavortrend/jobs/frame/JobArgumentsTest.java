package io.flavortrend.jobs.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobArgumentsTest {
  private static final Set<String> KNOWN = Set.of("FLAVOR_A_B", "FLAVOR_C");

  @Test
  void argumentsWinOverTheEnvironment() {
    Settings settings =
        JobArguments.settings(
            Map.of("FLAVOR_A_B", "environment", "FLAVOR_C", "kept"),
            new String[] {"--a.b", "argument"},
            KNOWN);
    assertThat(settings.text("FLAVOR_A_B", "")).isEqualTo("argument");
    assertThat(settings.text("FLAVOR_C", "")).isEqualTo("kept");
  }

  @Test
  void aNameMayBeWrittenAsInTheEnvironment() {
    for (String argument : new String[] {"--FLAVOR_A_B", "--a-b", "--A_B"}) {
      assertThat(
              JobArguments.settings(Map.of(), new String[] {argument, "x"}, KNOWN)
                  .text("FLAVOR_A_B", ""))
          .isEqualTo("x");
    }
  }

  @Test
  void anUnknownArgumentIsRefused() {
    assertThatThrownBy(() -> JobArguments.settings(Map.of(), new String[] {"--a.bb", "x"}, KNOWN))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--a.bb")
        .hasMessageContaining("FLAVOR_A_B");
    assertThatThrownBy(() -> JobArguments.settings(Map.of(), new String[] {"c", "x"}, KNOWN))
        .isInstanceOf(InvalidSettingException.class);
  }

  @Test
  void anArgumentNeedsItsValue() {
    assertThatThrownBy(() -> JobArguments.settings(Map.of(), new String[] {"--c"}, KNOWN))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("--c");
  }
}
