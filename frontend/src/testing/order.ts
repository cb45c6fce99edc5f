import { prediction } from './predictions';

const MINUTE_MS = 60_000;
const iso = (at: number) => new Date(at).toISOString();

/** A prediction with what it rests on. */
export function explainedPrediction(from: number, changes: object = {}) {
  return {
    ...prediction(from),
    feature_age_ms: { restaurant: 4_200, courier: null, city: 310, weather: 540_000 },
    feature_versions: { restaurant: 1, courier: null, city: 2, weather: null, model: 'm' },
    trace_ms: {
      committed_at: iso(from),
      predicted_at: iso(from + 21),
      capture_ms: 6.4,
      enrich_ms: 7.2,
      join_ms: 5,
      predict_ms: 2.2,
      total_ms: 20.8,
    },
    explanation: {
      model_version: '2026-11-23-1',
      base_minutes: 28.4,
      contributions: [
        {
          name: 'distance_km',
          description: 'From restaurant to customer',
          unit: 'km',
          value: 4.2,
          category: null,
          minutes: 5.3,
        },
        {
          name: 'weather_condition',
          description: 'Newest observation',
          unit: 'code',
          value: 2,
          category: 'rain',
          minutes: 1.8,
        },
        {
          name: 'courier_load',
          description: 'Orders under way',
          unit: 'orders',
          value: null,
          category: null,
          minutes: -2.1,
        },
      ],
      other_minutes: -9.4,
    },
    explanation_unavailable: null,
    ...changes,
  };
}

/** An order whose courier was assigned just now, predicted twice. */
export function orderDetails(now: number, changes: object = {}) {
  return {
    order: {
      id: 4711,
      city_id: 1,
      city_name: 'Tunis',
      restaurant_id: 12,
      restaurant_name: 'Dar Zarrouk',
      courier_id: 77,
      status: 'assigned',
      placed_at: iso(now - 6 * MINUTE_MS),
      promised_at: iso(now + 20 * MINUTE_MS),
      delivered_at: null,
      distance_km: 4.2,
      item_count: 3,
      total_amount: 27.4,
      currency: 'TND',
    },
    timeline: [
      { status: 'placed', at: iso(now - 6 * MINUTE_MS) },
      { status: 'accepted', at: iso(now - 4 * MINUTE_MS) },
      { status: 'assigned', at: iso(now) },
    ],
    predictions: [
      explainedPrediction(now - 6 * MINUTE_MS, {
        stage: 'placed',
        explanation: null,
        explanation_unavailable: 'The package of 2026-11-23-1 is gone.',
        degraded: true,
        reasons: ['restaurant_features_late'],
      }),
      explainedPrediction(now),
    ],
    sla_violations: [],
    dynamic_sla_violations: [],
    as_of: iso(now),
    ...changes,
  };
}
