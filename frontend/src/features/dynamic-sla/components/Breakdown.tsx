import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { DataTable, type Column } from '@/components/table';
import { formatCount, formatMinutes, formatShare, formatSigned } from '@/lib/format';
import type { ModelHealth } from '@/lib/model-health';
import { breakdown, dimensions, type Dimension, type NamedPerformance } from '../model/breakdown';
import classes from './ModelHealthPanel.module.css';

const LABELS: Record<Dimension, string> = {
  city: 'City',
  stage: 'Stage',
  hour: 'Hour',
  weather: 'Weather',
};

const FIGURES: readonly Column<NamedPerformance>[] = [
  { key: 'mae', heading: 'MAE', cell: ({ mae }) => formatMinutes(mae) },
  {
    key: 'baseline',
    heading: 'Baseline',
    extra: true,
    cell: (row) => formatMinutes(row.baselineMae),
  },
  { key: 'bias', heading: 'Bias', cell: ({ bias }) => `${formatSigned(bias)} min` },
  { key: 'coverage', heading: 'Coverage', cell: ({ coverage }) => formatShare(coverage) },
  { key: 'count', heading: 'Predictions', extra: true, cell: ({ count }) => formatCount(count) },
];

interface BreakdownProps {
  health: ModelHealth;
  cityOf: (cityId: number) => string | null;
}

/** Where the model is weak: the same figures by city, stage, hour or weather. */
export function Breakdown({ health, cityOf }: BreakdownProps) {
  const [dimension, setDimension] = useState<Dimension>('city');
  const rows = breakdown(health, dimension, cityOf);
  return (
    <>
      <div className={classes.choice}>
        <h3>By</h3>
        <SegmentedControl
          size="xs"
          aria-label="Broken down by"
          data={dimensions.map((value) => ({ value, label: LABELS[value] }))}
          value={dimension}
          onChange={setDimension}
        />
      </div>
      <DataTable
        label={`Model health by ${dimension}, table`}
        columns={[
          { key: 'name', heading: LABELS[dimension], cell: ({ name }) => name },
          ...FIGURES,
        ]}
        rows={rows}
        rowKey={({ key }) => key}
        rowData={({ key }) => ({ 'data-testid': 'breakdown-row', 'data-key': key })}
      />
    </>
  );
}
