import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CityFilter } from '@/lib/cities';
import {
  etaPredictionsChannel,
  orderStatusChannel,
  useConnection,
  useLiveRows,
  type LiveRow,
  type OrderChange,
  type Prediction,
} from '@/lib/live';
import { currentPredictions } from '@/lib/predictions';
import {
  liveOrdersQuery,
  restaurantNamesQuery,
  type OrderListing,
  type RestaurantNames,
} from '../api/orders';
import { listingRows, orderRows, type OrderRow } from '../model/orderRows';

const REFETCH_MS = { namesMissing: 4_000, live: 60_000, offline: 10_000 };

export interface LiveOrders {
  readonly rows: readonly OrderRow[];
  /** The prediction that holds for each order that has one. */
  readonly predictions: ReadonlyMap<number, Prediction>;
  readonly names: RestaurantNames | undefined;
  readonly loading: boolean;
  /** Why there is nothing to show, null when there is something. */
  readonly error: Error | null;
  readonly retry: () => void;
}

/** True when a fetch would bring a name: only rows as new as the list that is fetched count. */
function namesMissing(
  live: readonly LiveRow<OrderChange>[],
  names: RestaurantNames | undefined,
  fetched: readonly OrderListing[] | undefined,
): boolean {
  const oldest = fetched?.at(-1)?.placedAt ?? Number.NEGATIVE_INFINITY;
  return live.some(({ row }) => row.placedAt >= oldest && names?.has(row.restaurantId) !== true);
}

/** The newest orders from the socket, with REST for what came before, the names and the outage. */
export function useLiveOrders({ cityId }: CityFilter): LiveOrders {
  const isLive = useConnection().phase === 'live';
  const live = useLiveRows(orderStatusChannel);
  const livePredictions = useLiveRows(etaPredictionsChannel);
  const { data: names } = useQuery(restaurantNamesQuery);
  const orders = useQuery({
    ...liveOrdersQuery(cityId),
    refetchInterval: ({ state }) => {
      if (!isLive) return REFETCH_MS.offline;
      return namesMissing(live, names, state.data) ? REFETCH_MS.namesMissing : REFETCH_MS.live;
    },
  });
  const fetched = useMemo(() => listingRows(orders.data ?? []), [orders.data]);
  const rows = useMemo(
    () => orderRows(fetched, live, cityId, isLive),
    [fetched, live, cityId, isLive],
  );
  const predictions = useMemo(
    () =>
      currentPredictions(
        (orders.data ?? []).map(({ id, prediction }) => [id, prediction] as const),
        livePredictions.map(({ row }) => row),
      ),
    [orders.data, livePredictions],
  );
  return {
    rows,
    predictions,
    names,
    loading: orders.isPending && rows.length === 0,
    error: rows.length === 0 ? orders.error : null,
    retry: () => void orders.refetch(),
  };
}
