import { useQuery } from '@tanstack/react-query';
import { ErrorState, Freshness, PageHeading, PastNotice } from '@/components';
import { useCityFilter } from '@/lib/cities';
import { kpiMinutesQuery } from '../api/kpis';
import { CityRanking } from './CityRanking';
import { CouriersPanel } from './CouriersPanel';
import { KpiStrip } from './KpiStrip';
import { LiveOrders } from './LiveOrders';
import { OrdersPerMinute } from './OrdersPerMinute';

import { RestaurantsPanel } from './RestaurantsPanel';
import { SentimentPanel } from './SentimentPanel';
import { SlaList } from './SlaList';
import classes from './OverviewPage.module.css';
import { useOverviewMinutes } from './useOverviewMinutes';

/** Where it hurts, at a glance: rates, open orders, lateness, cities, kitchens, couriers, guests. */
export function OverviewPage() {
  const filter = useCityFilter();
  const minutes = useOverviewMinutes();
  const { error, refetch, data } = useQuery({ ...kpiMinutesQuery, enabled: false });
  const name =
    filter.city?.name ?? (filter.cityId === null ? null : `City ${String(filter.cityId)}`);
  return (
    <>
      <title>{name === null ? 'Overview · Flavor Trend' : `${name} · Flavor Trend`}</title>
      <PageHeading title={name ?? 'All cities'} about="Live operations, last 60 minutes">
        <Freshness asOf={minutes.asOf} zone={filter.zone} />
      </PageHeading>
      <PastNotice reference={minutes.reference} zone={filter.zone} />
      <KpiStrip minutes={minutes} filter={filter} />
      {error !== null && data === undefined && minutes.all.length === 0 ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <div className={classes.grid}>
          <OrdersPerMinute minutes={minutes} filter={filter} />
          <CityRanking minutes={minutes} filter={filter} />
          <LiveOrders filter={filter} />
          <SlaList filter={filter} />
        </div>
      )}
      <div className={classes.entities}>
        <RestaurantsPanel filter={filter} />
        <CouriersPanel filter={filter} />
        <SentimentPanel filter={filter} />
      </div>
    </>
  );
}
