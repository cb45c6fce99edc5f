package io.flavortrend.jobs.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorNamesTest {
  @Test
  void nameAndUidAreTheSameWord() {
    var operator = OperatorNames.named(operator(), "city-minutes", "Folds");
    assertThat(operator.getName()).isEqualTo("city-minutes");
    assertThat(operator.getTransformation().getUid()).isEqualTo("city-minutes");
    assertThat(operator.getTransformation().getDescription()).isEqualTo("Folds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CityMinutes", "city_minutes", "city--minutes", "-city", "city-"})
  void aUidThatIsNotWordsJoinedByHyphensIsRefused(String uid) {
    assertThatThrownBy(() -> OperatorNames.named(operator(), uid, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + uid + "'");
  }

  private static SingleOutputStreamOperator<Long> operator() {
    return StreamExecutionEnvironment.createLocalEnvironment(1).fromSequence(1, 2).map(x -> x);
  }
}
