import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { instant, z } from '@/lib/schema';

const restaurantSchema = z
  .object({
    id: z.number(),
    name: z.string().nullish(),
    city_name: z.string().nullish(),
    status: z.enum(['paused', 'quiet', 'normal', 'busy', 'overloaded', 'unknown']).catch('unknown'),
    open_orders: z.number().nullish(),
    prep_minutes: z.number().nullish(),
    usual_prep_minutes: z.number().nullish(),
    orders_last_hour: z.number().nullish(),
  })
  .transform((value) => ({
    id: value.id,
    name: value.name ?? `Restaurant ${String(value.id)}`,
    cityName: value.city_name ?? null,
    status: value.status,
    openOrders: value.open_orders ?? null,
    prepMinutes: value.prep_minutes ?? null,
    usualPrepMinutes: value.usual_prep_minutes ?? null,
    ordersLastHour: value.orders_last_hour ?? null,
  }));

/** A restaurant by its newest features; null is unknown. */
export type Restaurant = z.infer<typeof restaurantSchema>;

const restaurantsSchema = z.object({ items: z.array(restaurantSchema), as_of: instant });

/** The restaurants of a city or of all with the most open orders. */
export const restaurantsQuery = (cityId: number | null) =>
  queryOptions({
    queryKey: ['restaurants', 'live', cityId],
    queryFn: ({ signal }) =>
      get('/restaurants/live', restaurantsSchema, { city: cityId, limit: 50 }, signal),
  });
