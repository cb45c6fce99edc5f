import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Freshness, PageHeading, PastNotice } from '@/components';
import { citiesQuery, useCityFilter } from '@/lib/cities';
import { referenceTime } from '@/lib/clock';
import { HistoricTime, orderStatusChannel, useSampledRows, useServerNow } from '@/lib/live';
import { newestInstant } from '../model/violationRows';
import classes from './DynamicSlaPage.module.css';
import { ModelHealthPanel } from './ModelHealthPanel';
import { SummaryStrip } from './SummaryStrip';
import { useViolations } from './useViolations';
import { ViolationsPanel } from './ViolationsPanel';
import { WarningsPanel } from './WarningsPanel';

const periods = [
  { value: '60', label: '1 h' },
  { value: '360', label: '6 h' },
  { value: '1440', label: '24 h' },
];

/** Which orders will be late, which are later than predicted, and whether to trust that. */
export function DynamicSlaPage() {
  const filter = useCityFilter();
  const { data: cities } = useQuery(citiesQuery);
  const [minutes, setMinutes] = useState('360');
  const warnings = useViolations('early_warning', filter);
  const violations = useViolations('violation', filter);
  const now = useServerNow();
  const orders = useSampledRows(orderStatusChannel);
  const rows = [...(warnings.data ?? []), ...(violations.data ?? [])];
  const reference = referenceTime(now, newestInstant(orders, rows));
  const cityName = useMemo(() => {
    const names = new Map(cities?.map(({ id, name }) => [id, name]));
    return (id: number) => names.get(id) ?? null;
  }, [cities]);
  // Told beside each order only where orders of several cities are shown.
  const cityOf = (id: number) => (filter.cityId === null ? cityName(id) : null);
  return (
    <HistoricTime value={reference.historic ? reference.at : null}>
      <title>Dynamic SLA · Flavor Trend</title>
      <PageHeading
        title="Dynamic SLA"
        about="Orders against what was predicted for them, and against what was promised"
      >
        <SegmentedControl
          size="xs"
          aria-label="Period of the figures"
          data={periods}
          value={minutes}
          onChange={setMinutes}
        />
        <Freshness asOf={now} zone={filter.zone} />
      </PageHeading>
      <PastNotice reference={reference} zone={filter.zone} />
      <SummaryStrip filter={filter} minutes={Number(minutes)} />
      <div className={classes.lists}>
        <WarningsPanel warnings={warnings} cityOf={cityOf} filter={filter} />
        <ViolationsPanel violations={violations} cityOf={cityOf} filter={filter} />
      </div>
      <ModelHealthPanel filter={filter} minutes={Number(minutes)} cityOf={cityName} />
    </HistoricTime>
  );
}
