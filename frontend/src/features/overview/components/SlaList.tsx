import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { useMemo } from 'react';
import { ErrorState, MessageState, OrderLink, Panel } from '@/components';
import { citiesQuery, type CityFilter } from '@/lib/cities';
import { formatCount, formatTime } from '@/lib/format';
import { slaViolationsChannel, useLiveRows, useRefetchInterval, useServerNow } from '@/lib/live';
import { restaurantNamesQuery } from '../api/orders';
import { slaViolationsQuery } from '../api/slaViolations';
import { limitLabel, overrunMinutes, slaRows } from '../model/slaRows';
import classes from './SlaList.module.css';

const SHOWN = 50;

/** Limits that orders break, the ones still open first. */
export function SlaList({ filter }: { filter: CityFilter }) {
  const live = useLiveRows(slaViolationsChannel);
  const refetchInterval = useRefetchInterval(60_000);
  const violations = useQuery({ ...slaViolationsQuery(filter.cityId), refetchInterval });
  const { data: cities } = useQuery(citiesQuery);
  const { data: names } = useQuery(restaurantNamesQuery);
  const at = useServerNow();
  const rows = useMemo(
    () => slaRows(violations.data ?? [], live, filter.cityId),
    [violations.data, live, filter.cityId],
  );
  const cityNames = useMemo(() => new Map(cities?.map(({ id, name }) => [id, name])), [cities]);
  const open = rows.filter(({ state }) => state === 'open').length;
  return (
    <Panel title="SLA breaches" note={`${formatCount(open)} open`} flush testId="sla-list">
      {violations.isPending ? (
        <div className={classes.loading}>
          {Array.from({ length: 5 }, (_, index) => (
            <Skeleton key={index} height={22} />
          ))}
        </div>
      ) : violations.error !== null && rows.length === 0 ? (
        <ErrorState error={violations.error} onRetry={() => void violations.refetch()} />
      ) : rows.length === 0 ? (
        <MessageState
          icon={<ShieldCheck size={28} aria-hidden />}
          title="No limit is broken"
          detail="An order that takes too long at a stage appears here at that moment."
        />
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label="SLA breaches">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Order</th>
                <th scope="col">Limit</th>
                <th scope="col">Due</th>
                <th scope="col">Over, min</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((row) => (
                <tr
                  key={`${String(row.orderId)}/${row.limit}`}
                  data-testid="sla-row"
                  data-state={row.state}
                >
                  <th scope="row">
                    <OrderLink orderId={row.orderId} />
                    <span className={classes.place}>
                      {row.restaurantName ??
                        names?.get(row.restaurantId) ??
                        `Restaurant ${String(row.restaurantId)}`}
                      {filter.cityId === null && `, ${cityNames.get(row.cityId) ?? ''}`}
                    </span>
                  </th>
                  <td>{limitLabel(row.limit)}</td>
                  <td>{formatTime(row.dueAt, filter.zone)}</td>
                  <td className={classes.over}>{overrunMinutes(row, at).toFixed(1)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
