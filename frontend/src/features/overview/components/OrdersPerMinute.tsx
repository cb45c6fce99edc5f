import { useQuery } from '@tanstack/react-query';
import { ChartColumn } from 'lucide-react';
import { useMemo } from 'react';
import { Skeleton } from '@mantine/core';
import { MessageState, Panel } from '@/components';
import { chartColors, LazyChart } from '@/components/chart';
import { citiesQuery, type CityFilter } from '@/lib/cities';
import { ordersChart } from '../model/ordersChart';
import { ordersChartOption } from '../model/ordersChartOption';
import classes from './OrdersPerMinute.module.css';
import type { OverviewMinutes } from './useOverviewMinutes';

interface OrdersPerMinuteProps {
  minutes: OverviewMinutes;
  filter: CityFilter;
}

/** Orders per minute of the last hour, by city, redrawn once a second. */
export function OrdersPerMinute({ minutes, filter }: OrdersPerMinuteProps) {
  const { data: cities } = useQuery(citiesQuery);
  const { at } = minutes.reference;
  const chart = useMemo(
    () => ordersChart(minutes.all, cities ?? [], filter.cityId, at),
    [minutes.all, cities, filter.cityId, at],
  );
  const empty = chart.lines.every(({ values }) => values.every((value) => value === 0));
  return (
    <Panel
      title="Orders per minute"
      note={filter.cityId === null ? 'busiest cities of the hour' : 'last hour'}
      testId="orders-chart"
    >
      <div className={classes.frame}>
        {minutes.loading ? (
          <Skeleton height="100%" />
        ) : empty ? (
          <MessageState
            icon={<ChartColumn size={28} aria-hidden />}
            title="No orders in this hour"
            detail="The chart fills as soon as the first order is placed."
          />
        ) : (
          <LazyChart
            label={`Orders per minute: ${chart.lines.map(({ name }) => name).join(', ')}`}
            option={(token) => ordersChartOption(chart, filter.zone, chartColors(token))}
          />
        )}
      </div>
    </Panel>
  );
}
