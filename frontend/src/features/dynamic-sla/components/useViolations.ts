import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { CityFilter } from '@/lib/cities';
import {
  dynamicSlaViolationsChannel,
  useLiveRows,
  useRefetchInterval,
  type DynamicSlaKind,
  type DynamicSlaViolation,
} from '@/lib/live';
import { PAGE_SIZE, violationsQuery } from '../api/violations';
import { violationRows } from '../model/violationRows';

/** Soon, because a row that came live has yet to learn its restaurant's name. */
const REFETCH_MS = 15_000;

/** A list that grows by pages, from REST and the socket. */
export interface Violations {
  /** What is known, undefined until something is. */
  readonly data: readonly DynamicSlaViolation[] | undefined;
  readonly error: Error | null;
  readonly refetch: () => Promise<unknown>;
  /** How many of them are to be shown. */
  readonly shown: number;
  /** Shows as many again, null where all are shown. */
  readonly more: (() => void) | null;
}

/** The warnings or the violations of the chosen city. */
export function useViolations(kind: DynamicSlaKind, { cityId }: CityFilter): Violations {
  const live = useLiveRows(dynamicSlaViolationsChannel);
  const [shown, setShown] = useState(PAGE_SIZE);
  const asked = useInfiniteQuery({
    ...violationsQuery(kind, cityId),
    refetchInterval: useRefetchInterval(REFETCH_MS),
  });
  const { data, hasNextPage, fetchNextPage } = asked;
  const rows = useMemo(
    () => violationRows(kind, data?.pages.flatMap(({ items }) => items) ?? [], live, cityId),
    [kind, data, live, cityId],
  );
  const more = () => {
    setShown(shown + PAGE_SIZE);
    if (rows.length < shown + PAGE_SIZE && hasNextPage) void fetchNextPage();
  };
  return {
    data: data === undefined && rows.length === 0 ? undefined : rows,
    error: asked.error,
    refetch: asked.refetch,
    shown,
    more: rows.length > shown || hasNextPage ? more : null,
  };
}
