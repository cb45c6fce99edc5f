import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { MessageState, Panel, WhenAnswered } from '@/components';
import { chartColors, LazyChart } from '@/components/chart';
import type { CityFilter } from '@/lib/cities';
import { formatCount, formatMinutes, formatShare, formatSigned } from '@/lib/format';
import { useRefetchInterval } from '@/lib/live';
import { modelHealthQuery, type ModelHealth } from '@/lib/model-health';
import { HEALTH_CHARTS, healthChartOption } from '../model/healthCharts';
import { Breakdown } from './Breakdown';
import classes from './ModelHealthPanel.module.css';

interface ModelHealthPanelProps {
  filter: CityFilter;
  minutes: number;
  cityOf: (cityId: number) => string | null;
}

function Charts({ health, zone }: { health: ModelHealth; zone: string }) {
  return (
    <div className={classes.charts}>
      {HEALTH_CHARTS.map((chart) => (
        <figure key={chart.key} className={classes.chart}>
          <figcaption>{chart.title}</figcaption>
          <div className={classes.frame}>
            <LazyChart
              label={`${chart.title} by windows of five minutes`}
              option={(token) =>
                healthChartOption(chart, health.byWindow, zone, chartColors(token))
              }
            />
          </div>
        </figure>
      ))}
    </div>
  );
}

function totals({ total }: ModelHealth): string | undefined {
  if (total === null) return undefined;
  return `${formatCount(total.count)} predictions, MAE ${formatMinutes(total.mae)}, bias ${formatSigned(total.bias)} min, coverage ${formatShare(total.coverage)}`;
}

/** How well the champion predicts: over time, and where it is weak. */
export function ModelHealthPanel({ filter, minutes, cityOf }: ModelHealthPanelProps) {
  const refetchInterval = useRefetchInterval(30_000);
  const asked = useQuery({ ...modelHealthQuery(filter.cityId, minutes), refetchInterval });
  return (
    <Panel
      title="Model health"
      note={asked.data === undefined ? undefined : totals(asked.data)}
      flush
      testId="model-health"
    >
      <WhenAnswered asked={asked} lines={8}>
        {(health) =>
          health.total === null ? (
            <MessageState
              icon={<Activity size={28} aria-hidden />}
              title="No outcome in this period"
              detail="What was predicted is compared with what happened once orders are delivered."
            />
          ) : (
            <>
              <Charts health={health} zone={filter.zone} />
              <Breakdown health={health} cityOf={cityOf} />
            </>
          )
        }
      </WhenAnswered>
    </Panel>
  );
}
