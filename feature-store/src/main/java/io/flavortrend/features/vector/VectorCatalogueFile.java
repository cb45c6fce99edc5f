package io.flavortrend.features.vector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the vector for the training in Python: ml-training's eta_vector.json. */
public final class VectorCatalogueFile {
  private VectorCatalogueFile() {}

  /**
   * Writes the file.
   *
   * @param arguments one: the file
   */
  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), json());
  }

  /** The elements as a signature lists them: name, type and categories, an element a line. */
  static String json() {
    return EtaVector.all().stream()
        .map(VectorCatalogueFile::line)
        .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
  }

  private static String line(VectorElement element) {
    String categories =
        element.categories().stream()
            .map(category -> "\"" + category + "\"")
            .collect(Collectors.joining(", "));
    return "{\"name\": \"%s\", \"type\": \"%s\", \"categories\": [%s]}"
        .formatted(element.name(), element.type().name().toLowerCase(Locale.ROOT), categories);
  }
}
