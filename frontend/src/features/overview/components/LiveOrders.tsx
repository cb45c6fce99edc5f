import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { PackageOpen, Pause, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ErrorState, MessageState, Panel } from '@/components';
import { citiesQuery, type CityFilter } from '@/lib/cities';
import { formatCount } from '@/lib/format';
import { HistoricTime, useServerNow } from '@/lib/live';
import { inView, type OrderRow, type OrderView } from '../model/orderRows';
import { referenceTime } from '@/lib/clock';
import classes from './LiveOrders.module.css';
import { OrdersTable } from './OrdersTable';
import { useLiveOrders } from './useLiveOrders';

const views = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'late', label: 'Late' },
];

const empty: Record<OrderView, { title: string; detail: string }> = {
  all: { title: 'No orders yet', detail: 'They appear here the moment they are placed.' },
  open: { title: 'No open orders', detail: 'All that was ordered has been delivered.' },
  late: { title: 'Nothing is late', detail: 'No open order here has passed its promised time.' },
};

/** Orders as they happen, newest first. */
export function LiveOrders({ filter }: { filter: CityFilter }) {
  const { rows, predictions, names, loading, error, retry } = useLiveOrders(filter);
  const { data: cities } = useQuery(citiesQuery);
  const [view, setView] = useState<OrderView>('all');
  const [held, setHeld] = useState<readonly OrderRow[] | null>(null);
  const newest = rows.reduce<number | null>((at, row) => Math.max(at ?? 0, row.updatedAt), null);
  const { at, historic } = referenceTime(useServerNow(), newest);
  const shown = inView(held ?? rows, view, at);
  const cityNames = useMemo(() => new Map(cities?.map(({ id, name }) => [id, name])), [cities]);
  const missed = held === null ? 0 : countNew(rows, held);
  return (
    <Panel
      title="Live orders"
      note={`${formatCount(shown.length)} newest`}
      flush
      actions={
        <>
          <SegmentedControl
            size="xs"
            aria-label="Which orders"
            data={views}
            value={view}
            onChange={(value) => {
              setView(value as OrderView);
            }}
          />
          <Button
            size="compact-sm"
            variant={held === null ? 'default' : 'light'}
            leftSection={
              held === null ? <Pause size={14} aria-hidden /> : <Play size={14} aria-hidden />
            }
            aria-pressed={held !== null}
            onClick={() => {
              setHeld(held === null ? rows : null);
            }}
          >
            {held === null ? 'Pause' : `Resume${missed > 0 ? ` · ${formatCount(missed)} new` : ''}`}
          </Button>
        </>
      }
    >
      <div className={classes.frame}>
        {loading ? (
          <div className={classes.loading}>
            {Array.from({ length: 9 }, (_, index) => (
              <Skeleton key={index} height={26} />
            ))}
          </div>
        ) : error !== null ? (
          <ErrorState error={error} onRetry={retry} />
        ) : (
          <HistoricTime value={historic ? at : null}>
            <OrdersTable
              rows={shown}
              predictions={predictions}
              names={names}
              cityNames={cityNames}
              zone={filter.zone}
              empty={<MessageState icon={<PackageOpen size={28} aria-hidden />} {...empty[view]} />}
            />
          </HistoricTime>
        )}
      </div>
    </Panel>
  );
}

function countNew(rows: readonly OrderRow[], held: readonly OrderRow[]): number {
  const known = new Set(held.map(({ id }) => id));
  return rows.filter(({ id }) => !known.has(id)).length;
}
