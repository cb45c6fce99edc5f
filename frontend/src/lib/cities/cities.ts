import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { z } from '@/lib/schema';

const citySchema = z.object({
  id: z.number().int(),
  name: z.string(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  population: z.number().nullable(),
  timezone: z.string(),
  currency: z.string(),
});

export type City = z.infer<typeof citySchema>;

/** Every city the user may see, by name. They change with migrations only. */
export const citiesQuery = queryOptions({
  queryKey: ['cities'],
  queryFn: async ({ signal }) => {
    const { items } = await get('/cities', z.object({ items: z.array(citySchema) }), {}, signal);
    return items.toSorted((a, b) => a.name.localeCompare(b.name));
  },
  staleTime: 5 * 60_000,
});
