package io.flavortrend.stack.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FlinkErrorTest {
  @Test
  void theDeepestCauseIsTheSentence() {
    assertThat(
            sentence(
                "{\"errors\":[\"Internal server error.\",\"<Exception on server side:\\norg.X: outer\\n\\tat a.b\\nCaused by: Y: middle\\n\\tat c.d\\nCaused by: InvalidSettingException: FLAVOR_TIME_DOMAIN is 'x'\\n>\"]}"))
        .isEqualTo("InvalidSettingException: FLAVOR_TIME_DOMAIN is 'x'");
  }

  @Test
  void anythingElseIsShownAsItIs() {
    assertThat(sentence("{\"errors\":[\"Not found\"]}")).isEqualTo("Not found");
    assertThat(sentence("<html>")).isEqualTo("<html>");
    assertThat(sentence("")).isEqualTo("no reason given");
  }

  private static String sentence(String body) {
    return FlinkError.sentence(body.getBytes(StandardCharsets.UTF_8));
  }
}
