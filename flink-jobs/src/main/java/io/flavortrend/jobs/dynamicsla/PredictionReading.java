package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.values.DeadLetter;
import io.flavortrend.contracts.values.DeadLetter.Reason;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.jobs.frame.topics.RecordPosition;
import io.flavortrend.jobs.frame.topics.RecordReading;
import java.time.DateTimeException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.jspecify.annotations.Nullable;

/**
 * Reads predictions. Pure.
 *
 * @param role whose topic it is
 */
record PredictionReading(Role role) implements RecordReading<EtaPrediction, PredictionMessage> {

  @Override
  public Class<EtaPrediction> valueType() {
    return EtaPrediction.class;
  }

  @Override
  public TypeInformation<PredictionMessage> type() {
    return TypeInformation.of(PredictionMessage.class);
  }

  @Override
  public PredictionMessage read(RecordPosition position, @Nullable EtaPrediction value)
      throws ContractViolationException {
    if (value == null) {
      throw new ContractViolationException(Reason.MALFORMED, "The value is empty");
    }
    checkKey(position, value);
    checkInterval(value);
    checkUnits(value);
    return new PredictionMessage(new ToldPrediction(role, position, value), null);
  }

  @Override
  public PredictionMessage refuse(DeadLetter letter) {
    return new PredictionMessage(null, letter);
  }

  private static void checkKey(RecordPosition position, EtaPrediction value)
      throws ContractViolationException {
    if (!position.key().equals(Long.toString(value.orderId()))) {
      throw violation(
          "The key is '%s' and the prediction is of order %d"
              .formatted(position.key(), value.orderId()));
    }
  }

  private static void checkInterval(EtaPrediction value) throws ContractViolationException {
    if (!(value.etaP10Minutes() <= value.etaMinutes()
        && value.etaMinutes() <= value.etaP90Minutes())) {
      throw violation(
          "eta_minutes is %s: allowed is from eta_p10_minutes, %s, to eta_p90_minutes, %s"
              .formatted(value.etaMinutes(), value.etaP10Minutes(), value.etaP90Minutes()));
    }
  }

  private void checkUnits(EtaPrediction value) throws ContractViolationException {
    try {
      Prediction.of(role, value);
    } catch (ArithmeticException | DateTimeException e) {
      ContractViolationException violation = violation("An instant is out of bounds: " + e);
      violation.initCause(e);
      throw violation;
    }
  }

  private static ContractViolationException violation(String message) {
    return new ContractViolationException(Reason.CONTRACT, message);
  }
}
