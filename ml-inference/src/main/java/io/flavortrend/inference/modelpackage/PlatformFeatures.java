package io.flavortrend.inference.modelpackage;

import io.flavortrend.features.vector.EtaVector;
import io.flavortrend.features.vector.VectorElement;
import io.flavortrend.inference.modelpackage.ModelPackageException.Reason;
import io.flavortrend.inference.modelpackage.Signature.Feature;
import java.util.List;
import java.util.Locale;

/**
 * Refuses features that are not the platform's vector, and says which is the first that differs.
 */
final class PlatformFeatures {
  private PlatformFeatures() {}

  /** Checks names, order, types and categories. */
  static void check(List<Feature> features) throws ModelPackageException {
    checkNames(ModelPackage.SIGNATURE, features.stream().map(Feature::name).toList());
    for (int i = 0; i < features.size(); i++) {
      check(i, features.get(i), EtaVector.all().get(i));
    }
  }

  /**
   * Checks names and order.
   *
   * @param file that has them
   */
  static void checkNames(String file, List<String> names) throws ModelPackageException {
    List<String> platform = EtaVector.names();
    for (int i = 0; i < Math.max(names.size(), platform.size()); i++) {
      if (i >= names.size()) {
        throw refused(
            "%s ends after %d features: the platform's next is %s", file, i, platform.get(i));
      }
      if (i >= platform.size()) {
        throw refused(
            "%s has feature %d called %s: the platform has %d features only",
            file, i, names.get(i), i);
      }
      if (!names.get(i).equals(platform.get(i))) {
        throw refused(
            "%s: feature %d is called %s, the platform's is %s",
            file, i, names.get(i), platform.get(i));
      }
    }
  }

  private static void check(int index, Feature feature, VectorElement element)
      throws ModelPackageException {
    String type = element.type().name().toLowerCase(Locale.ROOT);
    if (!type.equals(feature.type())) {
      throw refused(
          "feature %d, %s, is of type %s, the platform's is of type %s",
          index, feature.name(), feature.type(), type);
    }
    if (!element.categories().equals(feature.categories())) {
      throw refused(
          "feature %d, %s, has categories %s, the platform's has %s",
          index, feature.name(), feature.categories(), element.categories());
    }
  }

  private static ModelPackageException refused(String sentence, Object... arguments) {
    return new ModelPackageException(Reason.SIGNATURE, sentence.formatted(arguments));
  }
}
