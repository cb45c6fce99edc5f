package io.flavortrend.generator.simulation;

import java.util.List;

/** Which customers write a review, when, and what they say: the later the food, the fewer stars. */
final class Reviews {
  private static final double SHARE = 0.12;

  private static final List<String> GOOD =
      List.of(
          "fr|Excellent, chaud et à l'heure.",
          "fr|Très bon, livreur sympathique.",
          "en|Great food, fast delivery!",
          "en|Tasty and still hot.",
          "ar|بنين برشا وسريع",
          "ar|خدمة ممتازة، يعطيكم الصحة");
  private static final List<String> FAIR =
      List.of(
          "fr|Correct, sans plus.",
          "fr|Bon mais un peu froid.",
          "en|Decent, portion was small.",
          "ar|متوسط، لا باس");
  private static final List<String> BAD =
      List.of(
          "fr|Livraison très en retard, plat froid.",
          "fr|Commande incomplète, déçu.",
          "en|Very late and cold. Disappointed.",
          "ar|تأخير كبير والماكلة باردة");

  private final Draws draws;

  Reviews(Draws draws) {
    this.draws = draws;
  }

  boolean writes(OrderLife order) {
    return draws.uniform(Cause.REVIEW, order.placed.id(), 0) < SHARE;
  }

  /** From delivered until the review, before compression. */
  long delay(long orderId) {
    return (long) ((3 + 25 * draws.exponential(Cause.REVIEW, orderId, 1)) * Micros.MINUTE);
  }

  Change.ReviewWritten write(OrderLife order, long at) {
    NewOrder placed = order.placed;
    double late = (order.closedAt - placed.promisedAt()) / (order.scale * 10 * Micros.MINUTE);
    double mood =
        4.6 - Math.max(-0.2, late) - 0.9 * draws.exponential(Cause.REVIEW, placed.id(), 2);
    int rating = (int) Math.max(1, Math.min(5, Math.round(mood + 0.4)));
    List<String> words = rating >= 4 ? GOOD : rating == 3 ? FAIR : BAD;
    String[] chosen =
        words.get(draws.index(Cause.REVIEW, placed.id(), 3, words.size())).split("\\|", 2);
    return new Change.ReviewWritten(
        placed.cityId(),
        placed.id(),
        placed.restaurantId(),
        order.courier == null ? null : order.courier.id,
        rating,
        chosen[1],
        chosen[0],
        at);
  }
}
