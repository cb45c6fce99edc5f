package io.flavortrend.kafka.agent;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaAgentTest {
  @ParameterizedTest
  @EnumSource(Mend.class)
  void theKafkaOfThisProjectIsTheOneItWasWrittenFor(Mend mend) {
    assertThatCode(() -> KafkaAgent.check(mend.redirection(), ClassLoader.getSystemClassLoader()))
        .doesNotThrowAnyException();
  }

  @Test
  void withoutTheClassNothingStarts() {
    assertThatThrownBy(
            () -> KafkaAgent.check(Mend.BROKER.redirection(), ClassLoader.getPlatformClassLoader()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TransactionMarkerChannelManager.class on the class path");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "BROKER", "consumer"})
  void whatItMendsHasToBeNamed(String argument) {
    assertThatThrownBy(() -> Mend.named(argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not one of broker, producer");
  }
}
