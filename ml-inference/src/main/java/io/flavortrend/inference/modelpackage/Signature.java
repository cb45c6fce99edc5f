package io.flavortrend.inference.modelpackage;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.flavortrend.contracts.values.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a package says of itself, {@code signature.json}.
 *
 * @param schemaVersion version of this record, {@link #SCHEMA_VERSION}
 * @param modelVersion the version, as predictions name it
 * @param target what its models predict, {@link #TARGET}
 * @param trainedAt when it was trained
 * @param features what its models read, in their order
 * @param intervals for each stage the correction of its interval
 */
public record Signature(
    int schemaVersion,
    String modelVersion,
    String target,
    Instant trainedAt,
    List<Feature> features,
    @JsonProperty("interval") Map<Stage, Interval> intervals) {

  /** The version that is read. */
  public static final int SCHEMA_VERSION = 1;

  /** The only target: actual minutes less the baseline's. */
  public static final String TARGET = "residual_minutes";

  /**
   * One feature.
   *
   * @param name as in the platform's vector
   * @param type its type there, lower case
   * @param categories the names of its codes 0, 1, …; empty of all but categories
   */
  public record Feature(String name, String type, List<String> categories) {}

  /**
   * What is taken off the lower end of an interval and added to the upper one; negative where
   * intervals were too wide.
   */
  public record Interval(double lowerMinutes, double upperMinutes) {}

  /** The correction of a stage. */
  public Interval interval(Stage stage) {
    Interval interval = intervals.get(stage);
    if (interval == null) {
      throw new IllegalArgumentException("The signature has no interval of " + stage.code());
    }
    return interval;
  }
}
