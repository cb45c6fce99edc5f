package io.flavortrend.stack.jobs;

import io.flavortrend.settings.InvalidSettingException;
import io.flavortrend.settings.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A Flink job of the platform.
 *
 * @param name the job's name in Flink, in topics' consumer groups and in documents
 * @param entryClass its main class in {@code flink-jobs.jar}
 */
public record JobSpec(String name, String entryClass) {
  /** All jobs, in the order in which they are submitted. */
  public static final List<JobSpec> ALL =
      List.of(
          new JobSpec("city-kpis", "io.flavortrend.jobs.citykpis.CityKpisJob"),
          new JobSpec("static-sla", "io.flavortrend.jobs.staticsla.StaticSlaJob"),
          new JobSpec("review-sentiment", "io.flavortrend.jobs.reviewsentiment.ReviewSentimentJob"),
          new JobSpec("order-enrichment", "io.flavortrend.jobs.orderenrichment.OrderEnrichmentJob"),
          new JobSpec(
              "restaurant-features",
              "io.flavortrend.jobs.restaurantfeatures.RestaurantFeaturesJob"),
          new JobSpec("courier-features", "io.flavortrend.jobs.courierfeatures.CourierFeaturesJob"),
          new JobSpec("eta-prediction", "io.flavortrend.jobs.etaprediction.EtaPredictionJob"),
          new JobSpec("dynamic-sla", "io.flavortrend.jobs.dynamicsla.DynamicSlaJob"));

  private static final String CHOSEN = "FLAVOR_JOBS";

  /**
   * The jobs to start: all, or those that are named, for a machine that has room for a few.
   *
   * @throws InvalidSettingException where there is no such job
   */
  public static List<JobSpec> chosen(Settings settings) {
    if (!settings.has(CHOSEN)) {
      return ALL;
    }
    String text = settings.text(CHOSEN, "");
    Set<String> names = new HashSet<>(List.of(text.split("[\\s,]+")));
    List<JobSpec> chosen = ALL.stream().filter(job -> names.contains(job.name())).toList();
    if (chosen.size() < names.size()) {
      throw new InvalidSettingException(
          CHOSEN,
          text,
          "any of %s, separated by commas".formatted(ALL.stream().map(JobSpec::name).toList()));
    }
    return chosen;
  }
}
