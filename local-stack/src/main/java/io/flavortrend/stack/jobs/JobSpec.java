package io.flavortrend.stack.jobs;

import java.util.List;

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
}
