package io.flavortrend.jobs.dynamicsla;

import io.flavortrend.contracts.cdc.OrderStatus;
import io.flavortrend.contracts.values.EtaPrediction;
import io.flavortrend.contracts.values.ModelRelease.Role;
import io.flavortrend.contracts.values.Stage;
import io.flavortrend.jobs.testing.StagedHistory.Told;
import io.flavortrend.jobs.testing.StagedOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Predictions of a history's orders, as the log told of their stages: lost, corrected, told twice,
 * by several models, and in the sequence of the log or in none.
 */
final class RandomPredictions {
  private static final int CORRECTIONS = 3;

  private final Random random;
  private final boolean corrected;

  /** All that was told, in the sequence of the topics. */
  final List<ToldPrediction> told = new ArrayList<>();

  /**
   * @param corrected false where every prediction is told once
   * @param shuffled true where the topics have no sequence but each order's own
   */
  RandomPredictions(long seed, Map<Long, List<Told>> orders, boolean corrected, boolean shuffled) {
    this.random = new Random(seed);
    this.corrected = corrected;
    orders.values().stream()
        .sorted(Comparator.comparing(log -> log.get(0).committedAt()))
        .forEach(this::predict);
    if (shuffled) {
      Collections.shuffle(told, new Random(seed));
    }
  }

  List<PredictionMessage> messages(Role role) {
    return told.stream()
        .filter(prediction -> prediction.role() == role)
        .map(prediction -> new PredictionMessage(prediction, null))
        .toList();
  }

  private void predict(List<Told> log) {
    StagedOrder former = null;
    for (Told change : log) {
      StagedOrder order = change.order();
      if (order == null || change.snapshot()) {
        return;
      }
      for (Stage stage : Stage.values()) {
        Instant at = order.at().get(OrderStatus.valueOf(stage.name()));
        boolean known = former != null && former.at().containsKey(status(stage));
        if (at != null && !known && random.nextInt(20) > 0) {
          predict(order.id(), stage, at, change.committedAt());
        }
      }
      former = order;
    }
  }

  private void predict(long order, Stage stage, Instant at, Instant committedAt) {
    long version = committedAt.toEpochMilli() * Prediction.VERSIONS_OF_A_CHANGE;
    String model = random.nextInt(10) == 0 ? EtaPrediction.BASELINE : "m" + random.nextInt(2);
    tell(Role.CHAMPION, order, stage, at, model, version);
    if (random.nextBoolean()) {
      tell(Role.CHALLENGER, order, stage, at, "m2", version);
    }
    if (corrected && random.nextInt(5) == 0) {
      int correction = 1 + random.nextInt(CORRECTIONS);
      tell(Role.CHAMPION, order, stage, at, model, version + correction);
    }
    if (corrected && random.nextInt(10) == 0) {
      told.add(told.get(told.size() - 1));
    }
  }

  private void tell(Role role, long order, Stage stage, Instant at, String model, long version) {
    double eta = 1 + random.nextInt(60) + random.nextInt(60) / 60.0;
    double p90 = eta + random.nextInt(12);
    told.add(Given.message(role, Given.prediction(order, stage, at, model, eta, p90, version)));
  }

  private static OrderStatus status(Stage stage) {
    return OrderStatus.valueOf(stage.name());
  }
}
