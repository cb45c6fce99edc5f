import { useQuery } from '@tanstack/react-query';
import { KpiTile, Sparkline, StateBadge } from '@/components';
import type { CityFilter } from '@/lib/cities';
import { formatCount, formatMillis, formatRate } from '@/lib/format';
import { useLiveFigures, useRefetchInterval } from '@/lib/live';
import { healthSummary, pipelineQuery } from '@/lib/platform';
import { todayQuery } from '../api/kpis';
import { kpiSummary } from '../model/kpiSummary';
import { changeAgainst, moneyTile } from '../model/kpiTexts';

import classes from './KpiStrip.module.css';
import type { OverviewMinutes } from './useOverviewMinutes';

/** The seven figures that say how the evening goes. */
export function KpiStrip({ minutes, filter }: { minutes: OverviewMinutes; filter: CityFilter }) {
  const todayEvery = useRefetchInterval(3_000);
  const today = useQuery({ ...todayQuery(filter.cityId), refetchInterval: todayEvery });
  const pipeline = useQuery({ ...pipelineQuery, refetchInterval: 10_000 });
  const figures = useLiveFigures();
  const summary = kpiSummary(minutes.chosen, minutes.reference.at);
  const wait = <T,>(value: T): T | null => (minutes.loading ? null : value);
  const ofToday = <T,>(value: T): T | string | null =>
    today.data === undefined ? (today.isError ? '–' : null) : value;
  const money = moneyTile(today.data?.revenue ?? [], filter.currency);
  const latency = figures?.latency;
  const health = pipeline.data === undefined ? null : healthSummary(pipeline.data);
  return (
    <section className={classes.strip} aria-label="Key figures" data-testid="kpi-strip">
      <div className={classes.first}>
        <KpiTile
          testId="kpi-orders-per-minute"
          label="Orders per minute"
          value={wait(formatRate(summary.ordersPerMinute))}
          raw={summary.ordersPerMinute}
          unit={changeAgainst(summary.ordersPerMinute, summary.hourAverage)}
          detail={`Hour average ${formatRate(summary.hourAverage)}`}
        />
        <div className={classes.spark}>
          <Sparkline values={summary.trend} color="var(--series-1)" />
        </div>
      </div>
      <KpiTile
        testId="kpi-open-orders"
        label="Open orders"
        value={ofToday(formatCount(today.data?.open_orders))}
        raw={today.data?.open_orders ?? null}
        detail={today.isError ? 'Unavailable' : `${formatCount(today.data?.orders)} placed today`}
      />
      <KpiTile
        testId="kpi-delivered"
        label="Delivered, last hour"
        value={wait(formatCount(summary.deliveredLastHour))}
        raw={summary.deliveredLastHour}
        detail={`${formatCount(summary.cancelledLastHour)} cancelled`}
      />
      <KpiTile
        testId="kpi-revenue"
        label={`Revenue today, ${money.currency}`}
        value={ofToday(money.amount)}
        raw={money.raw}
        detail={money.others ?? `${formatCount(today.data?.delivered)} delivered`}
      />
      <KpiTile
        testId="kpi-delivery-minutes"
        label="Delivery time, last hour"
        value={wait(
          summary.avgDeliveryMinutes === null ? '–' : summary.avgDeliveryMinutes.toFixed(1),
        )}
        raw={summary.avgDeliveryMinutes}
        unit="min"
        detail={
          today.data?.avg_delivery_minutes == null
            ? 'No delivery today yet'
            : `Today ${today.data.avg_delivery_minutes.toFixed(1)} min`
        }
      />
      <KpiTile
        testId="kpi-latency"
        label="Commit to page"
        value={formatMillis(latency?.p50)}
        raw={latency?.p50 ?? null}
        unit="p50"
        detail={
          latency?.p99 == null
            ? 'Waiting for changes'
            : `p99 ${formatMillis(latency.p99)}, last minute`
        }
      />
      <KpiTile
        testId="kpi-health"
        label="Platform"
        value={
          health === null ? (
            pipeline.isError ? (
              <StateBadge health="unknown" label="Unknown" />
            ) : null
          ) : (
            <StateBadge health={health.health} label={health.label} />
          )
        }
        detail={health?.detail ?? pipeline.error?.message ?? ''}
      />
    </section>
  );
}
