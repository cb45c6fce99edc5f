import { infiniteQueryOptions } from '@tanstack/react-query';
import { get } from '@/lib/api';
import { dynamicSlaViolationSchema, type DynamicSlaKind } from '@/lib/live';
import { z } from '@/lib/schema';

export const PAGE_SIZE = 50;

const pageSchema = z.object({
  items: z.array(dynamicSlaViolationSchema),
  next_cursor: z.string().nullish(),
});

/** Warnings or violations of a city or of all, those raised last first, page by page. */
export const violationsQuery = (kind: DynamicSlaKind, cityId: number | null) =>
  infiniteQueryOptions({
    queryKey: ['dynamic-sla', 'violations', kind, cityId],
    queryFn: ({ signal, pageParam: cursor }) =>
      get(
        '/dynamic-sla/violations',
        pageSchema,
        { city: cityId, kind, limit: PAGE_SIZE, cursor },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? null,
  });
