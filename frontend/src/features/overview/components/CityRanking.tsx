import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { MapPinOff } from 'lucide-react';
import { useMemo } from 'react';
import { MessageState, Panel } from '@/components';
import { citiesQuery, type CityFilter } from '@/lib/cities';
import { formatCount, formatRate } from '@/lib/format';
import { cityRanking } from '../model/cityRanking';
import { MINUTE_MS } from '../model/kpiMinutes';
import classes from './CityRanking.module.css';
import type { OverviewMinutes } from './useOverviewMinutes';

/** Cities by orders per minute; a click filters the page, a second one shows all again. */
export function CityRanking({ minutes, filter }: { minutes: OverviewMinutes; filter: CityFilter }) {
  const { data: cities } = useQuery(citiesQuery);
  // The ranking counts complete minutes: it need not be sorted anew each second.
  const minute = Math.floor(minutes.reference.at / MINUTE_MS) * MINUTE_MS;
  const ranks = useMemo(
    () => cityRanking(minutes.all, cities ?? [], minute),
    [minutes.all, cities, minute],
  );
  return (
    <Panel title="Cities" note="orders per minute over 10 min, deliveries of the hour" flush>
      {minutes.loading ? (
        <div className={classes.loading}>
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} height={20} />
          ))}
        </div>
      ) : ranks.length === 0 ? (
        <MessageState
          icon={<MapPinOff size={28} aria-hidden />}
          title="No city to show"
          detail="Your account sees no city, or the list could not be loaded."
        />
      ) : (
        <div className={classes.scroll} tabIndex={0} role="region" aria-label="City ranking">
          <table className={classes.table} data-testid="city-ranking">
            <thead>
              <tr>
                <th scope="col">City</th>
                <th scope="col">Orders/min</th>
                <th scope="col">Delivered</th>
                <th scope="col">Avg min</th>
              </tr>
            </thead>
            <tbody>
              {ranks.map((rank) => (
                <tr key={rank.cityId} data-chosen={rank.cityId === filter.cityId || undefined}>
                  <th scope="row">
                    <button
                      type="button"
                      aria-pressed={rank.cityId === filter.cityId}
                      onClick={() => {
                        filter.choose(rank.cityId === filter.cityId ? null : rank.cityId);
                      }}
                    >
                      <span className={classes.name}>{rank.name}</span>
                      <span className={classes.track} aria-hidden>
                        <span style={{ width: `${String(rank.share * 100)}%` }} />
                      </span>
                    </button>
                  </th>
                  <td>{formatRate(rank.ordersPerMinute)}</td>
                  <td>{formatCount(rank.delivered)}</td>
                  <td>{rank.avgDeliveryMinutes?.toFixed(1) ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
