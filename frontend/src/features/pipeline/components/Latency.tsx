import { Panel } from '@/components';
import { formatMillis } from '@/lib/format';
import type { LatencySummary } from '@/lib/live';
import type { StageLatency } from '@/lib/platform';
import {
  latencyBars,
  scaleEnd,
  scalePosition,
  scaleTicks,
  type LatencyBar,
} from '../model/latencyBars';
import classes from './Latency.module.css';

interface LatencyProps {
  stages: readonly StageLatency[];
  page: LatencySummary | null;
}

const percent = (share: number) => `${String(share * 100)}%`;

function Bar({ bar, end }: { bar: LatencyBar; end: number }) {
  const p50 = bar.p50 === null ? 0 : scalePosition(bar.p50, end);
  const p99 = bar.p99 === null ? p50 : scalePosition(bar.p99, end);
  return (
    <tr data-whole={bar.whole || undefined} data-stage={bar.stage}>
      <th scope="row">
        {bar.label}
        <span>{bar.about}</span>
      </th>
      <td className={classes.plot} aria-hidden>
        <div className={classes.track}>
          <i className={classes.tail} style={{ left: percent(p50), width: percent(p99 - p50) }} />
          <i className={classes.bar} style={{ width: percent(p50) }} />
        </div>
      </td>
      <td className={classes.number}>{formatMillis(bar.p50)}</td>
      <td className={classes.number}>{formatMillis(bar.p99)}</td>
    </tr>
  );
}

/** Half and nearly all changes per stage, on a logarithmic scale: 5 ms and 5 s both readable. */
export function Latency({ stages, page }: LatencyProps) {
  const bars = latencyBars(stages, page);
  const end = scaleEnd(bars);
  return (
    <Panel title="Latency per stage" note="last minute, logarithmic" testId="pipeline-latency">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th className={classes.plot} aria-hidden>
              <div className={classes.scale}>
                {scaleTicks(end).map((tick) => (
                  <span key={tick} style={{ left: percent(scalePosition(tick, end)) }}>
                    {tick >= 1000 ? `${String(tick / 1000)} s` : tick}
                  </span>
                ))}
              </div>
            </th>
            <th scope="col" className={classes.number}>
              p50
            </th>
            <th scope="col" className={classes.number}>
              p99
            </th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <Bar key={bar.stage} bar={bar} end={end} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
