import { Sunrise } from 'lucide-react';
import { MessageState, StateBadge } from '@/components';
import { Countdown } from '@/components/eta';
import { Stacked, type Column } from '@/components/table';
import type { CityFilter } from '@/lib/cities';
import { formatMinutes, formatTime } from '@/lib/format';
import type { DynamicSlaViolation } from '@/lib/live';
import { warningOutcome } from '../model/violationRows';
import { OrderCell } from './OrderCell';
import { PredictedCell } from './PredictedCell';
import type { Violations } from './useViolations';
import { ViolationList } from './ViolationList';

interface WarningsPanelProps {
  warnings: Violations;
  cityOf: (cityId: number) => string | null;
  filter: CityFilter;
}

function Outcome({ warning }: { warning: DynamicSlaViolation }) {
  switch (warningOutcome(warning)) {
    case 'open':
      return <Countdown to={warning.dueAt} />;
    case 'came_true':
      return <StateBadge health="bad" label={`Late ${formatMinutes(warning.overrunMinutes)}`} />;
    case 'kept':
      return <StateBadge health="good" label="Kept" />;
  }
}

function columns(
  cityOf: WarningsPanelProps['cityOf'],
  zone: string,
): readonly Column<DynamicSlaViolation>[] {
  return [
    {
      key: 'order',
      heading: 'Order',
      cell: (row) => <OrderCell violation={row} city={cityOf(row.cityId)} />,
    },
    {
      key: 'promised',
      heading: 'Promised',
      cell: (row) => (
        <Stacked sub={<Outcome warning={row} />}>{formatTime(row.promisedAt, zone)}</Stacked>
      ),
    },
    {
      key: 'predicted',
      heading: 'Predicted',
      cell: (row) => <PredictedCell violation={row} zone={zone} />,
    },
    {
      key: 'expected',
      heading: 'Expected over',
      cell: ({ expectedOverrunMinutes }) => formatMinutes(expectedOverrunMinutes),
    },
    {
      key: 'lead',
      heading: 'Warned ahead',
      extra: true,
      cell: ({ leadMinutes }) => formatMinutes(leadMinutes),
    },
  ];
}

/** Orders that will break their promise as predicted, and what came of earlier warnings. */
export function WarningsPanel({ warnings, cityOf, filter }: WarningsPanelProps) {
  return (
    <ViolationList
      title="Early warnings"
      testId="early-warnings"
      violations={warnings}
      columns={columns(cityOf, filter.zone)}
      empty={
        <MessageState
          icon={<Sunrise size={28} aria-hidden />}
          title="No order is likely to be late"
          detail="An order appears here as soon as its prediction passes what was promised."
        />
      }
    />
  );
}
