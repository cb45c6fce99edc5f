package io.flavortrend.generator.simulation;

import java.util.List;

/**
 * Which customers write a review, when, and what they say. Stars and words follow from what
 * happened to the order; who was annoyed or delighted writes more often.
 */
final class Reviews {
  private static final double SHARE = 0.1;
  private static final double SHARE_OF_THE_MOVED = 0.16;
  private static final double USUAL_STARS = 4;

  /** Read once: simulations are many when an order is lived again and again. */
  private static final ReviewText TEXT = new ReviewText();

  private final Draws draws;
  private final Experience experience;

  Reviews(Draws draws) {
    this.draws = draws;
    this.experience = new Experience(draws);
  }

  boolean writes(OrderLife order) {
    double point = draws.uniform(Cause.REVIEW, order.placed.id(), 0);
    if (point >= SHARE_OF_THE_MOVED) {
      return false;
    }
    return point < SHARE || Math.abs(stars(experience.of(order)) - USUAL_STARS) > 1;
  }

  /** From delivered until the review, before compression. */
  long delay(long orderId) {
    double minutes = 3 + 25 * draws.exponential(Cause.REVIEW, orderId, 1);
    return (long) (Math.min(minutes, 100) * Micros.MINUTE);
  }

  Change.ReviewWritten write(OrderLife order, long at) {
    NewOrder placed = order.placed;
    List<Topic> topics = experience.of(order);
    double mood = stars(topics) + 0.45 * draws.normal(Cause.REVIEW, placed.id(), 2);
    int rating = (int) Math.max(1, Math.min(5, Math.round(mood)));
    ReviewText.Written written = TEXT.write(topics, rating, new Words(draws, placed.id()));
    return new Change.ReviewWritten(
        placed.cityId(),
        placed.id(),
        placed.restaurantId(),
        order.courier == null ? null : order.courier.id,
        rating,
        written.text(),
        written.language(),
        at);
  }

  private static double stars(List<Topic> topics) {
    return USUAL_STARS + topics.stream().mapToDouble(Topic::stars).sum();
  }
}
