import { instant, z } from '@/lib/schema';
import type { Channel } from '../channel';

export const slaLimits = ['accept', 'prepare', 'pick_up', 'deliver'] as const;

export type SlaLimit = (typeof slaLimits)[number];

/** A limit that an order has broken; the same in REST and on the socket, which adds a trace. */
export const slaViolationSchema = z
  .object({
    order_id: z.number(),
    limit_name: z.enum(slaLimits),
    city_id: z.number().int(),
    restaurant_id: z.number(),
    restaurant_name: z.string().nullish(),
    limit_minutes: z.number(),
    due_at: instant,
    state: z.enum(['open', 'closed', 'withdrawn']),
    actual_at: instant.nullish(),
    overrun_minutes: z.number().nullish(),
    historical: z.boolean(),
    version: z.number(),
  })
  .transform((value) => ({
    orderId: value.order_id,
    limit: value.limit_name,
    cityId: value.city_id,
    restaurantId: value.restaurant_id,
    restaurantName: value.restaurant_name ?? null,
    limitMinutes: value.limit_minutes,
    dueAt: value.due_at,
    state: value.state,
    overrunMinutes: value.overrun_minutes ?? null,
    historical: value.historical,
    version: value.version,
  }));

export type SlaViolation = z.infer<typeof slaViolationSchema>;

export const slaViolationsChannel: Channel<SlaViolation> = {
  name: 'sla_violations',
  schema: slaViolationSchema,
  snapshot: 'replace',
  capacity: 500,
  rank: (row) => row.dueAt,
  // A limit passes without a commit to measure from.
  committedAt: () => null,
};
