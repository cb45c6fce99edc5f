package io.flavortrend.contracts.cdc;

import java.time.Instant;

/**
 * A row of {@code public.couriers} as captured, without personal columns.
 *
 * @param vehicle {@code bicycle}, {@code scooter} or {@code car}
 * @param status {@code offline}, {@code idle} or {@code busy}
 */
public record CourierRow(long id, int cityId, String vehicle, String status, Instant updatedAt) {}
