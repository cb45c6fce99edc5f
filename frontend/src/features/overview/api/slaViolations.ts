import { queryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { slaViolationSchema } from '@/lib/live';
import { z } from '@/lib/schema';

const pageSchema = z.object({
  items: z.array(slaViolationSchema),
  next_cursor: z.string().nullish(),
});

/** The violations of a city or of all that were due last. */
export const slaViolationsQuery = (cityId: number | null) =>
  queryOptions({
    queryKey: ['sla', 'violations', cityId],
    queryFn: async ({ signal }) =>
      (await get('/sla/violations', pageSchema, { city: cityId, limit: 100 }, signal)).items,
  });
