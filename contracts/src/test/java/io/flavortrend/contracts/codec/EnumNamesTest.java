package io.flavortrend.contracts.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.flavortrend.contracts.cdc.OrderStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnumNamesTest {
  @ParameterizedTest
  @EnumSource(OrderStatus.class)
  void everyStatusIsReadAsItIsWritten(OrderStatus status) {
    String json = Json.mapper().writeValueAsString(status);
    assertThat(json).isEqualTo("\"" + status.code() + "\"");
    assertThat(Json.mapper().readValue(json, OrderStatus.class)).isEqualTo(status);
  }
}
