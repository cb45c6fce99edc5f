import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { cityMinuteSchema } from '@/lib/live';
import { instant, z } from '@/lib/schema';

const kpisSchema = z.object({ items: z.array(cityMinuteSchema), as_of: instant });

/** The last hour's minutes of every city, whatever the filter: the ranking compares them all. */
export const kpiMinutesQuery = queryOptions({
  queryKey: ['kpis', 'minutes'],
  queryFn: ({ signal }) => get('/kpis', kpisSchema, { minutes: 60 }, signal),
});

const todaySchema = z.object({
  orders: z.number(),
  delivered: z.number(),
  cancelled: z.number(),
  open_orders: z.number(),
  revenue: z.array(z.object({ currency: z.string(), amount: z.number() })),
  avg_delivery_minutes: z.number().nullish(),
  as_of: instant,
});

export type Today = z.infer<typeof todaySchema>;

/** Totals of the day in the city's own zone. */
export const todayQuery = (cityId: number | null) =>
  queryOptions({
    queryKey: ['kpis', 'today', cityId],
    queryFn: ({ signal }) => get('/kpis/today', todaySchema, { city: cityId }, signal),
  });
