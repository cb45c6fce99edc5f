import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { orderStatusSchema, predictionSchema } from '@/lib/live';
import { instant, z } from '@/lib/schema';

const orderSchema = z
  .object({
    id: z.number(),
    city_id: z.number().int(),
    restaurant_id: z.number(),
    restaurant_name: z.string().nullish(),
    courier_id: z.number().nullish(),
    status: orderStatusSchema,
    placed_at: instant,
    delivered_at: instant.nullish(),
    cancelled_at: instant.nullish(),
    promised_at: instant.nullish(),
    total_amount: z.number(),
    currency: z.string(),
    updated_at: instant,
    prediction: predictionSchema.nullish(),
  })
  .transform((value) => ({
    id: value.id,
    cityId: value.city_id,
    restaurantId: value.restaurant_id,
    restaurantName: value.restaurant_name ?? null,
    courierId: value.courier_id ?? null,
    status: value.status,
    placedAt: value.placed_at,
    promisedAt: value.promised_at ?? null,
    deliveredAt: value.delivered_at ?? null,
    cancelledAt: value.cancelled_at ?? null,
    amount: value.total_amount,
    currency: value.currency,
    updatedAt: value.updated_at,
    prediction: value.prediction ?? null,
  }));

/** An order as REST tells it. */
export type OrderListing = z.infer<typeof orderSchema>;

const ordersSchema = z.object({
  items: z.array(orderSchema),
  next_cursor: z.string().nullish(),
});

const restaurantNamesKey = ['names', 'restaurants'] as const;

/** Names learnt so far; a live change carries the restaurant's id only. */
export type RestaurantNames = ReadonlyMap<number, string>;

export const restaurantNamesQuery = queryOptions<RestaurantNames>({
  queryKey: restaurantNamesKey,
  queryFn: () => new Map<number, string>(),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

function learnNames(client: QueryClient, orders: readonly OrderListing[]): void {
  const known = client.getQueryData<RestaurantNames>(restaurantNamesKey);
  const fresh = orders.filter(({ restaurantId }) => known?.has(restaurantId) !== true);
  if (known !== undefined && fresh.length === 0) return;
  const names = new Map(known);
  for (const { restaurantId, restaurantName } of fresh) {
    if (restaurantName !== null) names.set(restaurantId, restaurantName);
  }
  client.setQueryData<RestaurantNames>(restaurantNamesKey, names);
}

/** The newest orders of a city or of all. */
export const liveOrdersQuery = (cityId: number | null) =>
  queryOptions({
    queryKey: ['orders', 'live', cityId],
    queryFn: async ({ signal, client }) => {
      const parameters = { city: cityId, limit: 100 };
      const { items } = await get('/orders/live', ordersSchema, parameters, signal);
      learnNames(client, items);
      return items;
    },
  });
