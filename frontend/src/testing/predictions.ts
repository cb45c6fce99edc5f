// Answers and rows on predictions, as webapi gives them.

const MINUTE_MS = 60_000;

const iso = (at: number) => new Date(at).toISOString();

/** A prediction of an order that reached a stage just now. */
export function prediction(from: number, changes: object = {}) {
  return {
    stage: 'assigned',
    eta_minutes: 24,
    eta_p10_minutes: 17.5,
    eta_p90_minutes: 35,
    predicted_delivery_at: iso(from + 24 * MINUTE_MS),
    baseline_minutes: 26,
    model_version: '2026-11-23-1',
    event_time: iso(from),
    degraded: false,
    capped: false,
    reasons: [],
    version: 256,
    ...changes,
  };
}

/** An open early warning raised just now, 20 minutes before the promise. */
export function earlyWarning(now: number, changes: object = {}) {
  return {
    order_id: 4711,
    kind: 'early_warning',
    city_id: 1,
    city_name: 'Tunis',
    restaurant_id: 12,
    restaurant_name: 'Dar Zarrouk',
    courier_id: null,
    stage: 'placed',
    model_version: '2026-11-23-1',
    predicted_delivery_at: iso(now + 26 * MINUTE_MS),
    predicted_p10_at: iso(now + 19 * MINUTE_MS),
    predicted_p90_at: iso(now + 37 * MINUTE_MS),
    promised_at: iso(now + 20 * MINUTE_MS),
    tolerance_minutes: 0,
    due_at: iso(now + 20 * MINUTE_MS),
    raised_at: iso(now),
    lead_minutes: 20,
    expected_overrun_minutes: 6,
    state: 'open',
    actual_at: null,
    overrun_minutes: null,
    version: 256,
    ...changes,
  };
}

/** An open violation: predicted 12 minutes ago, due two minutes ago. */
export function violation(now: number, changes: object = {}) {
  return earlyWarning(now, {
    order_id: 4712,
    kind: 'violation',
    predicted_delivery_at: iso(now - 12 * MINUTE_MS),
    predicted_p10_at: iso(now - 19 * MINUTE_MS),
    predicted_p90_at: iso(now - 2 * MINUTE_MS),
    tolerance_minutes: 10,
    due_at: iso(now - 2 * MINUTE_MS),
    raised_at: iso(now - 2 * MINUTE_MS),
    lead_minutes: 0,
    expected_overrun_minutes: null,
    ...changes,
  });
}

export function dynamicSlaSummary(changes: object = {}) {
  return {
    from: iso(0),
    to: iso(MINUTE_MS),
    ahead_minutes: 10,
    total: {
      warnings: { open: 3, closed: 41, withdrawn: 6 },
      violations: { open: 1, closed: 12, withdrawn: 0 },
      broken_promises: 48,
      warned_share: 0.85,
      warned_ahead_share: 0.75,
      mean_lead_minutes: 17.3,
      warning_precision: 0.83,
      ...changes,
    },
    items: [],
    as_of: iso(Date.now()),
  };
}

/** Nothing was raised: shares of nothing are absent. */
export const quietSummary = () =>
  dynamicSlaSummary({
    warnings: { open: 0, closed: 0, withdrawn: 0 },
    violations: { open: 0, closed: 0, withdrawn: 0 },
    broken_promises: 0,
    warned_share: null,
    warned_ahead_share: null,
    mean_lead_minutes: null,
    warning_precision: null,
  });
