import { instant, z } from '@/lib/schema';
import type { Channel } from '../channel';

/** The stages at which a delivery time is predicted, in their order. */
export const predictionStages = ['placed', 'assigned', 'picked_up'] as const;

export type PredictionStage = (typeof predictionStages)[number];

export const predictionStageSchema = z.enum(predictionStages);

const MINUTE_MS = 60_000;

/** What every telling of a prediction has: REST, the order's page, the socket. */
export const predictionFields = {
  stage: predictionStageSchema,
  eta_minutes: z.number(),
  eta_p10_minutes: z.number(),
  eta_p90_minutes: z.number(),
  predicted_delivery_at: instant,
  baseline_minutes: z.number(),
  model_version: z.string(),
  event_time: instant,
  degraded: z.boolean(),
  capped: z.boolean(),
  reasons: z.array(z.string()),
  version: z.number(),
} as const;

/** A prediction as the page speaks of it: instants instead of minutes from the stage. */
export function predictionOf(value: z.infer<z.ZodObject<typeof predictionFields>>) {
  const inMinutes = (minutes: number) => value.event_time + minutes * MINUTE_MS;
  return {
    stage: value.stage,
    /** When the order reached the stage. */
    madeFor: value.event_time,
    at: value.predicted_delivery_at,
    p10At: inMinutes(value.eta_p10_minutes),
    p90At: inMinutes(value.eta_p90_minutes),
    baselineAt: inMinutes(value.baseline_minutes),
    modelVersion: value.model_version,
    degraded: value.degraded,
    capped: value.capped,
    reasons: value.reasons,
    version: value.version,
  };
}

/** When an order will be delivered, as the champion says at a stage. */
export type Prediction = ReturnType<typeof predictionOf>;

/** A prediction inside the order that it is of. */
export const predictionSchema = z.object(predictionFields).transform(predictionOf);

const orderPredictionSchema = z
  .object({ order_id: z.number(), city_id: z.number().int(), ...predictionFields })
  .transform((value) => ({
    orderId: value.order_id,
    cityId: value.city_id,
    ...predictionOf(value),
  }));

/** A prediction that names its order. */
export type OrderPrediction = z.infer<typeof orderPredictionSchema>;

/** Predictions of the newest orders: three stages of as many as the list of orders holds. */
export const etaPredictionsChannel: Channel<OrderPrediction> = {
  name: 'eta_predictions',
  schema: orderPredictionSchema,
  snapshot: 'replace',
  capacity: 1_500,
  rank: (row) => row.madeFor,
  // The latency shown is that of the orders' changes; a prediction would count its commit twice.
  committedAt: () => null,
};
