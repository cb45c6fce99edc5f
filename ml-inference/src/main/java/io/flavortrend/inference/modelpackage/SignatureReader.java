package io.flavortrend.inference.modelpackage;

import io.flavortrend.contracts.codec.ContractViolationException;
import io.flavortrend.contracts.codec.JsonCodec;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import java.util.regex.Pattern;

/** Reads a signature, and refuses one that is not of this platform. */
final class SignatureReader {
  private static final JsonCodec<Signature> CODEC = new JsonCodec<>(Signature.class);
  private static final Pattern VERSION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  private SignatureReader() {}

  static Signature read(byte[] json) throws ModelPackageException {
    Signature signature;
    try {
      signature = CODEC.decode(json);
    } catch (ContractViolationException e) {
      throw new ModelPackageException(
          Reason.BROKEN, "signature.json cannot be read: " + e.getMessage(), e);
    }
    checkForm(signature);
    if (!signature.target().equals(Signature.TARGET)) {
      throw new ModelPackageException(
          Reason.TARGET,
          "the model predicts %s; this platform's models predict %s"
              .formatted(signature.target(), Signature.TARGET));
    }
    PlatformFeatures.check(signature.features());
    return signature;
  }

  private static void checkForm(Signature signature) throws ModelPackageException {
    if (signature.schemaVersion() != Signature.SCHEMA_VERSION) {
      throw broken(
          "schema_version is %d; this platform reads %d"
              .formatted(signature.schemaVersion(), Signature.SCHEMA_VERSION));
    }
    String version = signature.modelVersion();
    if (!VERSION.matcher(version).matches() || version.equals(EtaPrediction.BASELINE)) {
      throw broken(
          ("model_version is '%s'; allowed are 1 to 63 letters, digits, '.', '_' and '-', beginning"
                  + " with a letter or digit, except '%s'")
              .formatted(version, EtaPrediction.BASELINE));
    }
    if (signature.features().contains(null)) {
      throw broken("features has a null among them");
    }
    for (Stage stage : Stage.values()) {
      if (signature.intervals().get(stage) == null) {
        throw broken("interval lacks " + stage.code());
      }
    }
  }

  private static ModelPackageException broken(String message) {
    return new ModelPackageException(Reason.BROKEN, "signature.json: " + message);
  }
}
