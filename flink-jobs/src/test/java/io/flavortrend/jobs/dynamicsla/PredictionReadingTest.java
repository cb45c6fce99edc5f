package io.flavortrend.jobs.dynamicsla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionReadingTest {
  private static final PredictionReading READING = new PredictionReading(Role.CHALLENGER);

  @Test
  void readsWhatKeepsItsContract() throws Exception {
    EtaPrediction value = Given.prediction(Stage.ASSIGNED, 10, 44, 50, 25_601);
    PredictionMessage message = READING.read(position("1"), value);
    assertThat(message.refused()).isNull();
    assertThat(message.told()).isEqualTo(new ToldPrediction(Role.CHALLENGER, position("1"), value));
    Prediction prediction = Prediction.of(Role.CHALLENGER, value);
    assertThat(prediction.predicted()).isEqualTo(Given.micros(44.0));
    assertThat(prediction.p10()).isEqualTo(Given.micros(42.0));
    assertThat(prediction.p90()).isEqualTo(Given.micros(50.0));
    assertThat(prediction.baseline()).isEqualTo(Given.micros(45.0));
    assertThat(prediction.lsn()).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({
    "2,   44, 50, 'The key is ''2'' and the prediction is of order 1'",
    "'',  44, 50, 'The key is '''''",
    "1,   44, 43, 'eta_minutes is 34.0: allowed is from eta_p10_minutes, 32.0'",
    "1, 44, 1e30, 'An instant is out of bounds'"
  })
  void whatBreaksItIsRefusedWithASentence(
      String key, double predicted, double p90, String sentence) {
    EtaPrediction value = Given.prediction(Stage.ASSIGNED, 10, predicted, p90, 1);
    assertThatThrownBy(() -> READING.read(position(key), value))
        .isInstanceOf(ContractViolationException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aTombstoneIsRefusedToo() {
    assertThatThrownBy(() -> READING.read(position("1"), null))
        .isInstanceOf(ContractViolationException.class)
        .hasMessageContaining("empty");
  }

  private static RecordPosition position(String key) {
    return new RecordPosition("eta_predictions_shadow", 0, 5, key);
  }
}
