import { instant, z } from '@/lib/schema';
import type { Channel } from '../channel';

export const orderStatuses = [
  'placed',
  'accepted',
  'assigned',
  'ready',
  'picked_up',
  'delivered',
  'cancelled',
] as const;

export type OrderStatus = (typeof orderStatuses)[number];

export const orderStatusSchema = z.enum(orderStatuses);

const orderChangeSchema = z
  .object({
    order_id: z.number(),
    city_id: z.number().int(),
    restaurant_id: z.number(),
    courier_id: z.number().nullish(),
    status: orderStatusSchema,
    placed_at: instant,
    promised_at: instant.nullish(),
    delivered_at: instant.nullish(),
    cancelled_at: instant.nullish(),
    total_amount: z.number(),
    currency: z.string(),
    occurred_at: instant,
    committed_at: instant.nullish(),
  })
  .transform((value) => ({
    id: value.order_id,
    cityId: value.city_id,
    restaurantId: value.restaurant_id,
    courierId: value.courier_id ?? null,
    status: value.status,
    placedAt: value.placed_at,
    promisedAt: value.promised_at ?? null,
    deliveredAt: value.delivered_at ?? null,
    cancelledAt: value.cancelled_at ?? null,
    amount: value.total_amount,
    currency: value.currency,
    updatedAt: value.occurred_at,
    committedAt: value.committed_at ?? null,
  }));

/** An order as its newest change tells it; instants in milliseconds, money in `currency`. */
export type OrderChange = z.infer<typeof orderChangeSchema>;

/** The newest orders; the page shows no more, however long it stays open. */
export const orderStatusChannel: Channel<OrderChange> = {
  name: 'order_status',
  schema: orderChangeSchema,
  snapshot: 'replace',
  capacity: 500,
  rank: (row) => row.placedAt,
  committedAt: (row) => row.committedAt,
};
