import { instant, z } from '@/lib/schema';
import type { Channel } from '../channel';

/** One city's minute; the same in REST and on the socket, which adds a trace. */
export const cityMinuteSchema = z
  .object({
    city_id: z.number().int(),
    window_start: instant,
    orders: z.number(),
    delivered: z.number(),
    cancelled: z.number(),
    revenue: z.number(),
    avg_delivery_minutes: z.number().nullish(),
    active_couriers: z.number(),
    pressure: z.number().nullish(),
    version: z.number(),
  })
  .transform((value) => ({
    cityId: value.city_id,
    /** First millisecond of the minute. */
    windowStart: value.window_start,
    orders: value.orders,
    delivered: value.delivered,
    cancelled: value.cancelled,
    revenue: value.revenue,
    avgDeliveryMinutes: value.avg_delivery_minutes ?? null,
    activeCouriers: value.active_couriers,
    pressure: value.pressure ?? null,
    version: value.version,
  }));

export type CityMinute = z.infer<typeof cityMinuteSchema>;

/** Minutes of every city: 24 cities for 180 minutes, or more cities for less. */
export const cityKpisChannel: Channel<CityMinute> = {
  name: 'city_kpis',
  schema: cityMinuteSchema,
  snapshot: 'merge',
  capacity: 24 * 180,
  rank: (row) => row.windowStart,
  // A minute's row mixes many commits; the latency shown is that of single changes.
  committedAt: () => null,
};
