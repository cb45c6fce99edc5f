package io.flavortrend.inference.testing;

import io.flavortrend.contracts.codec.Json;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.features.catalogue.Feature.Type;
import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.VectorElement;
import io.flavortrend.inference.testing.TinyModels.Size;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes a model package. As it begins it is sound, and its models always answer the same residual;
 * each method changes one thing, for better or worse.
 */
public final class TestPackage {
  /** The residuals of a package that was not told others, minutes. */
  public static final double POINT = 1;

  public static final double P10 = -3;
  public static final double P90 = 6;

  /** Where the vector has categories. */
  public static final List<Integer> CATEGORIES =
      IntStream.range(0, EtaVector.size())
          .filter(i -> EtaVector.all().get(i).type() == Type.CATEGORY)
          .boxed()
          .toList();

  private final ObjectNode signature = Json.mapper().createObjectNode();
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, byte[]> unlisted = new TreeMap<>();

  private TestPackage(String modelVersion) {
    signature
        .put("schema_version", 1)
        .put("model_version", modelVersion)
        .put("target", "residual_minutes")
        .put("trained_at", "2026-03-01T00:00:00Z");
    ArrayNode features = signature.putArray("features");
    for (VectorElement element : EtaVector.all()) {
      ObjectNode feature = features.addObject();
      feature.put("name", element.name());
      feature.put("type", element.type().name().toLowerCase(Locale.ROOT));
      element.categories().forEach(feature.putArray("categories")::add);
    }
    correctedBy(0, 0);
    residuals(POINT, P10, P90);
    file("metrics.json", "{\"rows\":{\"train\":1000},\"fingerprint\":{}}");
  }

  /** A sound package. */
  public static TestPackage of(String modelVersion) {
    return new TestPackage(modelVersion);
  }

  /** Models that always answer these residuals, minutes. */
  public TestPackage residuals(double point, double p10, double p90) {
    file("point.txt", TinyModels.constant(EtaVector.names(), point));
    file("p10.txt", TinyModels.constant(EtaVector.names(), p10));
    return file("p90.txt", TinyModels.constant(EtaVector.names(), p90));
  }

  /** Models trained on the spot, always the same of the same size and seed. */
  public TestPackage trained(Size size, long seed) {
    file("point.txt", trained(size, "regression_l1", seed));
    file("p10.txt", trained(size, "quantile alpha=0.1", seed));
    return file("p90.txt", trained(size, "quantile alpha=0.9", seed));
  }

  /** The correction of the interval, the same at every stage, minutes. */
  public TestPackage correctedBy(double lowerMinutes, double upperMinutes) {
    for (Stage stage : Stage.values()) {
      correctedBy(stage, lowerMinutes, upperMinutes);
    }
    return this;
  }

  /** The correction of the interval at a stage, minutes. */
  public TestPackage correctedBy(Stage stage, double lowerMinutes, double upperMinutes) {
    signature
        .withObjectProperty("interval")
        .putObject(stage.code())
        .put("lower_minutes", lowerMinutes)
        .put("upper_minutes", upperMinutes);
    return this;
  }

  /** Another target. */
  public TestPackage predicting(String target) {
    signature.put("target", target);
    return this;
  }

  /** A feature is called otherwise in the signature. */
  public TestPackage renamed(String feature, String otherwise) {
    feature(feature).put("name", otherwise);
    return this;
  }

  /** A feature has another type in the signature. */
  public TestPackage retyped(String feature, String type) {
    feature(feature).put("type", type);
    return this;
  }

  /** A feature has other categories in the signature. */
  public TestPackage recategorised(String feature, List<String> categories) {
    categories.forEach(feature(feature).putArray("categories")::add);
    return this;
  }

  /** Two features stand in each other's place in the signature. */
  public TestPackage swapped(String feature, String other) {
    ArrayNode features = (ArrayNode) signature.get("features");
    int first = EtaVector.index(feature);
    int second = EtaVector.index(other);
    ObjectNode kept = feature(feature);
    features.set(first, features.get(second));
    features.set(second, kept);
    return this;
  }

  /** The signature ends after so many features. */
  public TestPackage features(int count) {
    ArrayNode features = (ArrayNode) signature.get("features");
    while (features.size() > count) {
      features.remove(features.size() - 1);
    }
    return this;
  }

  /** A field of the signature is something else. */
  public TestPackage signed(String field, String json) {
    signature.set(field, Json.mapper().readTree(json));
    return this;
  }

  /** A file has this content, and SHA256SUMS agrees. */
  public TestPackage file(String name, String content) {
    files.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** A file has this content, and SHA256SUMS does not know. */
  public TestPackage tampered(String name, String content) {
    unlisted.put(name, content.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /** A file is missing. */
  public TestPackage without(String name) {
    files.remove(name);
    return this;
  }

  /** The package. */
  public byte[] bytes() {
    file("signature.json", signature.toString());
    Map<String, byte[]> all = new TreeMap<>(files);
    StringBuilder sums = new StringBuilder();
    files.forEach(
        (name, bytes) -> sums.append(sha256(bytes)).append("  ").append(name).append('\n'));
    all.put("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
    all.putAll(unlisted);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : all.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The package, cut off after a share of its bytes. */
  public byte[] truncated(double share) {
    byte[] bytes = bytes();
    return Arrays.copyOf(bytes, (int) (bytes.length * share));
  }

  /**
   * Writes the package.
   *
   * @return the file, named by the model version
   */
  public Path write(Path folder) {
    try {
      return Files.write(
          folder.resolve(signature.get("model_version").asString() + ".zip"), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The SHA-256 of these bytes, as a release announces it. */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String trained(Size size, String objective, long seed) {
    return TinyModels.trained(EtaVector.names(), CATEGORIES, size, objective, seed);
  }

  private ObjectNode feature(String name) {
    return (ObjectNode) signature.get("features").get(EtaVector.index(name));
  }
}
