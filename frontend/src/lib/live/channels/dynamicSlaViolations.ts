import { instant, z } from '@/lib/schema';
import type { Channel } from '../channel';
import { predictionStageSchema } from './etaPredictions';

export const dynamicSlaKinds = ['early_warning', 'violation'] as const;

export type DynamicSlaKind = (typeof dynamicSlaKinds)[number];

/** An order later than predicted, or predicted to miss its promise; the same in REST and live. */
export const dynamicSlaViolationSchema = z
  .object({
    order_id: z.number(),
    kind: z.enum(dynamicSlaKinds),
    city_id: z.number().int(),
    restaurant_id: z.number(),
    restaurant_name: z.string().nullish(),
    stage: predictionStageSchema,
    model_version: z.string(),
    predicted_delivery_at: instant,
    predicted_p10_at: instant,
    predicted_p90_at: instant,
    promised_at: instant.nullish(),
    tolerance_minutes: z.number(),
    due_at: instant,
    raised_at: instant,
    lead_minutes: z.number(),
    expected_overrun_minutes: z.number().nullish(),
    state: z.enum(['open', 'closed', 'withdrawn']),
    actual_at: instant.nullish(),
    overrun_minutes: z.number().nullish(),
    version: z.number(),
  })
  .transform((value) => ({
    orderId: value.order_id,
    kind: value.kind,
    cityId: value.city_id,
    restaurantId: value.restaurant_id,
    restaurantName: value.restaurant_name ?? null,
    stage: value.stage,
    modelVersion: value.model_version,
    predictedAt: value.predicted_delivery_at,
    p10At: value.predicted_p10_at,
    p90At: value.predicted_p90_at,
    promisedAt: value.promised_at ?? null,
    toleranceMinutes: value.tolerance_minutes,
    /** The promise of a warning; the prediction and its tolerance of a violation. */
    dueAt: value.due_at,
    raisedAt: value.raised_at,
    leadMinutes: value.lead_minutes,
    expectedOverrunMinutes: value.expected_overrun_minutes ?? null,
    state: value.state,
    actualAt: value.actual_at ?? null,
    /** Past the prediction (violation) or the promise (warning); null while open. */
    overrunMinutes: value.overrun_minutes ?? null,
    version: value.version,
  }));

export type DynamicSlaViolation = z.infer<typeof dynamicSlaViolationSchema>;

export const dynamicSlaViolationsChannel: Channel<DynamicSlaViolation> = {
  name: 'dynamic_sla_violations',
  schema: dynamicSlaViolationSchema,
  snapshot: 'replace',
  capacity: 1_000,
  rank: (row) => row.raisedAt,
  // A violation is raised by a timer: no commit to measure from.
  committedAt: () => null,
};
