import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Freshness, PageHeading } from '@/components';
import { citiesQuery, DEFAULT_ZONE } from '@/lib/cities';
import { referenceTime } from '@/lib/clock';
import { formatMoney, formatRate } from '@/lib/format';
import { HistoricTime, useServerNow, type PredictionStage } from '@/lib/live';
import { statusLabel } from '@/lib/orders';
import type { Order, OrderDetails } from '../api/orderSchema';
import { BreachesPanel } from './BreachesPanel';
import { ExplanationPanel } from './ExplanationPanel';
import { FeatureAgesPanel } from './FeatureAgesPanel';
import classes from './OrderReport.module.css';
import { PredictionsPanel } from './PredictionsPanel';
import { Timeline } from './Timeline';
import { TracePanel } from './TracePanel';

function about({
  restaurant,
  city,
  courierId,
  items,
  distanceKm,
  amount,
  currency,
}: Order): string {
  return [
    `${restaurant}, ${city}`,
    courierId === null ? 'no courier yet' : `courier ${String(courierId)}`,
    items === null ? null : `${String(items)} items`,
    distanceKm === null ? null : `${formatRate(distanceKm)} km`,
    formatMoney(amount, currency),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

/** An order that is known, told in the zone of its own city. */
export function OrderReport({ details }: { details: OrderDetails }) {
  const { order, timeline, predictions, slaViolations, dynamicSlaViolations, asOf } = details;
  const { data: cities } = useQuery(citiesQuery);
  const zone = cities?.find(({ id }) => id === order.cityId)?.timezone ?? DEFAULT_ZONE;
  const [chosen, setChosen] = useState<PredictionStage | null>(null);
  const explained = predictions.find(({ stage }) => stage === chosen) ?? predictions.at(-1);
  const reference = referenceTime(useServerNow(), Math.min(asOf, timeline.at(-1)?.at ?? asOf));
  return (
    <HistoricTime value={reference.historic ? asOf : null}>
      <PageHeading title={`Order #${String(order.id)}`} about={about(order)}>
        <Freshness asOf={asOf} zone={zone} />
      </PageHeading>
      <div className={classes.grid}>
        <Timeline passed={timeline} status={order.status} zone={zone} />
        <PredictionsPanel predictions={predictions} order={order} zone={zone} />
        <div className={classes.wide}>
          <BreachesPanel fixed={slaViolations} dynamic={dynamicSlaViolations} zone={zone} />
        </div>
      </div>
      {explained !== undefined && (
        <section aria-label="One prediction in detail">
          <div className={classes.choice}>
            <h2>The prediction at the stage</h2>
            <SegmentedControl
              size="xs"
              aria-label="Which prediction is explained"
              data={predictions.map(({ stage }) => ({ value: stage, label: statusLabel(stage) }))}
              value={explained.stage}
              onChange={(stage) => {
                setChosen(stage);
              }}
            />
          </div>
          <div className={classes.detail}>
            <ExplanationPanel prediction={explained} />
            <div className={classes.column}>
              <TracePanel trace={explained.trace} />
              <FeatureAgesPanel ages={explained.ages} />
            </div>
          </div>
        </section>
      )}
    </HistoricTime>
  );
}
