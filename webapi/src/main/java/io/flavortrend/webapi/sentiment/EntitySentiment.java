package io.flavortrend.webapi.sentiment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What reviews of the asked time say of one restaurant or courier.
 *
 * @param entity restaurant or courier
 * @param name a restaurant's name; null for a courier
 * @param reviews reviews written
 * @param meanScore mean over the windows' means, weighted by reviews, −1 to 1; null without text
 * @param negativeShare weighted like it, 0 to 1; null without text
 * @param topWords the words that carried most of it, at most five
 * @param newestWindow start of the newest window with a review
 */
record EntitySentiment(
    String entity,
    long entityId,
    int cityId,
    @Nullable String name,
    long reviews,
    @Nullable Double meanScore,
    @Nullable Double negativeShare,
    List<String> topWords,
    Instant newestWindow) {}
