import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNow } from '@/lib/clock';
import type { Channel, LiveRow } from './channel';
import { INITIAL_STATE, type ConnectionState } from './connectionState';
import { connectionKey, figuresKey, rowsKey, type LiveFigures } from './liveFeed';

const NO_ROWS: readonly never[] = [];

// The feed fills these keys; nothing is ever fetched for them.
const filledByFeed = { queryFn: skipToken, staleTime: Number.POSITIVE_INFINITY } as const;

/** Rows of a channel in no order, empty until the first snapshot; a new array per change. */
export function useLiveRows<Row>(channel: Channel<Row>): readonly LiveRow<Row>[] {
  const { data } = useQuery<readonly LiveRow<Row>[]>({
    queryKey: rowsKey(channel.name),
    ...filledByFeed,
  });
  return data ?? NO_ROWS;
}

/** The socket's state. */
export function useConnection(): ConnectionState {
  const { data } = useQuery<ConnectionState>({ queryKey: connectionKey, ...filledByFeed });
  return data ?? INITIAL_STATE;
}

/** The feed's own figures, renewed every second; null in the first. */
export function useLiveFigures(): LiveFigures | null {
  const { data } = useQuery<LiveFigures>({ queryKey: figuresKey, ...filledByFeed });
  return data ?? null;
}

/** How often to ask REST again: seldom beside a live socket, every ten seconds without. */
export function useRefetchInterval(whileLive: number): number {
  return useConnection().phase === 'live' ? whileLive : 10_000;
}

/**
 * Rows of a channel as they were at the last full second: for totals and charts, which nobody reads
 * sixty times a second.
 */
export function useSampledRows<Row>(channel: Channel<Row>): readonly LiveRow<Row>[] {
  const client = useQueryClient();
  useNow();
  return client.getQueryData<readonly LiveRow<Row>[]>(rowsKey(channel.name)) ?? NO_ROWS;
}

const clockOffsetOf = ({ clockOffset }: LiveFigures) => clockOffset;

/** The server's time, renewed every second and by nothing else of the feed's figures. */
export function useServerNow(): number {
  const { data: clockOffset } = useQuery({
    queryKey: figuresKey,
    ...filledByFeed,
    select: clockOffsetOf,
  });
  return useNow() + (clockOffset ?? 0);
}
