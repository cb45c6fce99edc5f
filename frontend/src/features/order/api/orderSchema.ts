import {
  dynamicSlaViolationSchema,
  orderStatusSchema,
  predictionFields,
  predictionOf,
  slaViolationSchema,
} from '@/lib/live';
import { instant, z } from '@/lib/schema';

const age = z
  .number()
  .nullish()
  .transform((millis) => millis ?? null);

const contributionSchema = z.object({
  name: z.string(),
  description: z.string(),
  unit: z.string(),
  value: z.number().nullish(),
  category: z.string().nullish(),
  minutes: z.number(),
});

/** How much one value moved the answer; its value is absent where it was unknown. */
export type Contribution = z.infer<typeof contributionSchema>;

const explanationSchema = z.object({
  base_minutes: z.number(),
  contributions: z.array(contributionSchema),
  other_minutes: z.number(),
});

/** Base, contributions and others add up to the minutes expected before clipping. */
export type Explanation = z.infer<typeof explanationSchema>;

const traceSchema = z.object({
  capture_ms: z.number(),
  enrich_ms: z.number(),
  join_ms: z.number(),
  predict_ms: z.number(),
  total_ms: z.number(),
});

/** Milliseconds of each step from the commit to the prediction. */
export type Trace = z.infer<typeof traceSchema>;

const agesSchema = z.object({ restaurant: age, courier: age, city: age, weather: age });

/** How old each group's values were, in milliseconds; null where there were none. */
export type FeatureAges = z.infer<typeof agesSchema>;

const explainedSchema = z
  .object({
    ...predictionFields,
    feature_age_ms: agesSchema,
    trace_ms: traceSchema,
    explanation: explanationSchema.nullish(),
    explanation_unavailable: z.string().nullish(),
  })
  .transform((value) => ({
    ...predictionOf(value),
    ages: value.feature_age_ms,
    trace: value.trace_ms,
    explanation: value.explanation ?? null,
    /** Why there is no explanation; null where there is one. */
    explanationUnavailable: value.explanation_unavailable ?? null,
  }));

/** A prediction with what it rests on. */
export type ExplainedPrediction = z.infer<typeof explainedSchema>;

const orderSchema = z
  .object({
    id: z.number(),
    city_id: z.number().int(),
    city_name: z.string().nullish(),
    restaurant_id: z.number(),
    restaurant_name: z.string().nullish(),
    courier_id: z.number().nullish(),
    status: orderStatusSchema,
    promised_at: instant.nullish(),
    delivered_at: instant.nullish(),
    distance_km: z.number().nullish(),
    item_count: z.number().nullish(),
    total_amount: z.number(),
    currency: z.string(),
  })
  .transform((value) => ({
    id: value.id,
    cityId: value.city_id,
    city: value.city_name ?? `City ${String(value.city_id)}`,
    restaurant: value.restaurant_name ?? `Restaurant ${String(value.restaurant_id)}`,
    courierId: value.courier_id ?? null,
    status: value.status,
    promisedAt: value.promised_at ?? null,
    deliveredAt: value.delivered_at ?? null,
    distanceKm: value.distance_km ?? null,
    items: value.item_count ?? null,
    amount: value.total_amount,
    currency: value.currency,
  }));

export type Order = z.infer<typeof orderSchema>;

export const orderDetailsSchema = z
  .object({
    order: orderSchema,
    timeline: z.array(z.object({ status: orderStatusSchema, at: instant })),
    predictions: z.array(explainedSchema),
    sla_violations: z.array(slaViolationSchema),
    dynamic_sla_violations: z.array(dynamicSlaViolationSchema),
    as_of: instant,
  })
  .transform((value) => ({
    order: value.order,
    timeline: value.timeline,
    predictions: value.predictions,
    slaViolations: value.sla_violations,
    dynamicSlaViolations: value.dynamic_sla_violations,
    asOf: value.as_of,
  }));

/** All that is known of one order. */
export type OrderDetails = z.infer<typeof orderDetailsSchema>;
