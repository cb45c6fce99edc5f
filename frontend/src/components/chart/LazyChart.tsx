import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { ChartProps } from './Chart';

const Chart = lazy(() => import('./Chart'));

/** A chart whose library is loaded when the first one is shown. Fills its parent. */
export function LazyChart(props: ChartProps) {
  return (
    <Suspense fallback={<Skeleton height="100%" />}>
      <Chart {...props} />
    </Suspense>
  );
}
