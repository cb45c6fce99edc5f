package io.flavortrend.notifier.testing;

import io.flavortrend.contracts.topics.TopicCatalogue;
import java.io.IOException;
import java.io.InputStream;

/** The golden samples of the contracts. */
public final class Samples {
  private Samples() {}

  /**
   * @param name topic and sample, as in {@code eta_predictions/placed}
   */
  public static byte[] of(String name) {
    try (InputStream in = TopicCatalogue.class.getResourceAsStream("/samples/" + name + ".json")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
