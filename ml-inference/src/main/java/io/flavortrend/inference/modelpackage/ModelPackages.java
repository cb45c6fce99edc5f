package io.flavortrend.inference.modelpackage;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.inference.lightgbm.LightGbmText;
import io.flavortrend.inference.lightgbm.LightGbmTextException;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Fetches packages, and refuses those that the platform cannot use. Thread-safe. */
public final class ModelPackages {
  /** A package's size where nothing else is said, 64 MiB. */
  public static final long MAX_BYTES = 64L << 20;

  private static final long MAX_UNPACKED_BYTES = 4 * MAX_BYTES;

  private ModelPackages() {}

  /**
   * Fetches and reads a package.
   *
   * @param uri {@code file:}, {@code http:}, {@code https:} or {@code classpath:}
   * @param sha256 of its bytes as announced, hexadecimal; null where nothing was announced
   * @param maxBytes what is larger is refused, and not read to its end
   * @throws ModelPackageException when it cannot be had or used
   */
  public static ModelPackage fetch(URI uri, @Nullable String sha256, long maxBytes)
      throws ModelPackageException {
    return read(Artifacts.fetch(uri, sha256, maxBytes));
  }

  /**
   * Reads a package.
   *
   * @throws ModelPackageException when it cannot be used
   */
  public static ModelPackage read(byte[] bytes) throws ModelPackageException {
    PackageArchive archive = PackageArchive.of(bytes, MAX_UNPACKED_BYTES);
    Signature signature = SignatureReader.read(archive.file(ModelPackage.SIGNATURE));
    Map<String, LightGbmText> models = new HashMap<>();
    for (String name : ModelPackage.MODELS) {
      models.put(name, model(name, archive.file(name)));
    }
    return new ModelPackage(
        signature,
        metrics(archive.file(ModelPackage.METRICS)),
        Map.copyOf(models),
        Sha256.of(bytes),
        bytes.length);
  }

  private static LightGbmText model(String name, byte[] bytes) throws ModelPackageException {
    LightGbmText model;
    try {
      model = LightGbmText.of(new String(bytes, StandardCharsets.UTF_8));
    } catch (LightGbmTextException e) {
      throw new ModelPackageException(Reason.BROKEN, name + " " + e.getMessage(), e);
    }
    PlatformFeatures.checkNames(name, model.featureNames());
    return model;
  }

  private static JsonNode metrics(byte[] bytes) throws ModelPackageException {
    try {
      return Json.mapper().readTree(bytes);
    } catch (JacksonException e) {
      throw new ModelPackageException(
          Reason.BROKEN, "metrics.json cannot be read: " + e.getOriginalMessage(), e);
    }
  }
}
