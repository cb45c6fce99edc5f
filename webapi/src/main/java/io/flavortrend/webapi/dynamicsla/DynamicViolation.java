package io.flavortrend.webapi.dynamicsla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that is later than was predicted for it, or that is predicted to miss its promise.
 *
 * @param kind early_warning or violation
 * @param stage the stage of the prediction that it follows from
 * @param predictedP10At the early end of that prediction's interval
 * @param predictedP90At the late end
 * @param toleranceMinutes added to the predicted time before an order counts as late; zero of a
 *     warning
 * @param dueAt the promise of a warning; prediction plus tolerance of a violation
 * @param leadMinutes from {@code raisedAt} to {@code dueAt}; zero of a violation
 * @param expectedOverrunMinutes past {@code dueAt} as predicted; null of a violation
 * @param state open until the order is delivered; then closed, or withdrawn where it was cancelled
 *     or a later prediction takes it back
 * @param overrunMinutes past the prediction (violation) or the promise (warning), where negative is
 *     in time; null while not delivered
 */
public record DynamicViolation(
    long orderId,
    String kind,
    int cityId,
    String cityName,
    long restaurantId,
    @Nullable String restaurantName,
    @Nullable Long courierId,
    String stage,
    String modelVersion,
    Instant predictedDeliveryAt,
    Instant predictedP10At,
    Instant predictedP90At,
    @Nullable Instant promisedAt,
    double toleranceMinutes,
    Instant dueAt,
    Instant raisedAt,
    double leadMinutes,
    @Nullable Double expectedOverrunMinutes,
    String state,
    @Nullable Instant actualAt,
    @Nullable Double overrunMinutes,
    long version) {}
