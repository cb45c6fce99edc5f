import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCityFilter } from '@/lib/cities';
import {
  cityKpisChannel,
  useConnection,
  useSampledRows,
  useServerNow,
  type CityMinute,
} from '@/lib/live';
import { kpiMinutesQuery } from '../api/kpis';
import { mergeMinutes, newestMinute, ofCity } from '../model/kpiMinutes';
import { referenceTime, type ReferenceTime } from '@/lib/clock';

/** With all cities on the socket REST only mends; with one, it brings the others. */
const REFETCH_MS = { all: 60_000, one: 10_000, offline: 10_000 };

export interface OverviewMinutes {
  /** Every city's minutes of the last hour and more. */
  readonly all: readonly CityMinute[];
  /** Those of the chosen city, or all. */
  readonly chosen: readonly CityMinute[];
  readonly reference: ReferenceTime;
  /** How fresh the figures are; null while loading. */
  readonly asOf: number | null;
  readonly loading: boolean;
}

/** The minutes behind the strip, the chart and the ranking, renewed once a second. */
export function useOverviewMinutes(): OverviewMinutes {
  const { cityId } = useCityFilter();
  const now = useServerNow();
  const isLive = useConnection().phase === 'live';
  const live = useSampledRows(cityKpisChannel);
  const whileLive = cityId === null ? REFETCH_MS.all : REFETCH_MS.one;
  const { data, isPending } = useQuery({
    ...kpiMinutesQuery,
    refetchInterval: isLive ? whileLive : REFETCH_MS.offline,
  });
  const all = useMemo(() => mergeMinutes(data?.items ?? [], live), [data, live]);
  const chosen = useMemo(() => ofCity(all, cityId), [all, cityId]);
  const reference = referenceTime(now, newestMinute(all));
  return {
    all,
    chosen,
    reference,
    asOf: isLive ? now : (data?.as_of ?? null),
    loading: isPending && live.length === 0,
  };
}
