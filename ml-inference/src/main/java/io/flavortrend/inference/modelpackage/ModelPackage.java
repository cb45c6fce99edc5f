package io.flavortrend.inference.modelpackage;

import io.flavortrend.inference.lightgbm.LightGbmText;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A package that this platform can use: it is whole, its features are the platform's, and its
 * models are sound.
 *
 * @param signature what it is
 * @param metrics how it did in training, and the {@code fingerprint} of what it was trained on
 * @param models by their names in the package, all of {@link #MODELS}
 * @param sha256 of the package's bytes, lower-case hexadecimal
 * @param sizeBytes of the package
 */
public record ModelPackage(
    Signature signature,
    JsonNode metrics,
    Map<String, LightGbmText> models,
    String sha256,
    long sizeBytes) {

  /** Expects the residual. */
  public static final String POINT = "point.txt";

  /** One residual in ten is smaller. */
  public static final String P10 = "p10.txt";

  /** One residual in ten is larger. */
  public static final String P90 = "p90.txt";

  /** The three models of a package. */
  public static final List<String> MODELS = List.of(POINT, P10, P90);

  static final String SIGNATURE = "signature.json";
  static final String METRICS = "metrics.json";
  static final String CHECKSUMS = "SHA256SUMS";

  /**
   * One of its models.
   *
   * @param name one of {@link #MODELS}
   */
  public LightGbmText model(String name) {
    LightGbmText model = models.get(name);
    if (model == null) {
      throw new IllegalArgumentException(
          "A package has no model %s; it has %s".formatted(name, MODELS));
    }
    return model;
  }
}
