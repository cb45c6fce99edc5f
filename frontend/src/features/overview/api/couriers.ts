import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { instant, z } from '@/lib/schema';

const courierSchema = z
  .object({
    id: z.number(),
    name: z.string().nullish(),
    city_name: z.string().nullish(),
    vehicle: z.string().nullish(),
    status: z
      .enum(['idle', 'delivering', 'overloaded', 'off_shift', 'returning', 'unknown'])
      .catch('unknown'),
    deliveries_today: z.number().nullish(),
    speed_kmh: z.number().nullish(),
    load: z.number().nullish(),
    on_time_rate: z.number().nullish(),
    idle_minutes: z.number().nullish(),
  })
  .transform((value) => ({
    id: value.id,
    name: value.name ?? `Courier ${String(value.id)}`,
    cityName: value.city_name ?? null,
    vehicle: value.vehicle ?? null,
    status: value.status,
    deliveriesToday: value.deliveries_today ?? null,
    speedKmh: value.speed_kmh ?? null,
    load: value.load ?? null,
    onTimeRate: value.on_time_rate ?? null,
    idleMinutes: value.idle_minutes ?? null,
  }));

/** A courier by the newest features; null is unknown. */
export type Courier = z.infer<typeof courierSchema>;

const couriersSchema = z.object({ items: z.array(courierSchema), as_of: instant });

/** The couriers of a city or of all with the most under way. */
export const couriersQuery = (cityId: number | null) =>
  queryOptions({
    queryKey: ['couriers', 'live', cityId],
    queryFn: ({ signal }) =>
      get('/couriers/live', couriersSchema, { city: cityId, limit: 50 }, signal),
  });
