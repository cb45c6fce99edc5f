package io.flavortrend.kafka.agent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KafkaAgentTest {
  @Test
  void theKafkaOfThisProjectIsTheOneItWasWrittenFor() {
    assertThatCode(() -> KafkaAgent.check(ClassLoader.getSystemClassLoader()))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutTheClassTheBrokerDoesNotStart() {
    assertThatThrownBy(() -> KafkaAgent.check(ClassLoader.getPlatformClassLoader()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TransactionMarkerChannelManager.class on the class path");
  }
}
