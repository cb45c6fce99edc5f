import { Panel } from '@/components';
import { formatMillis } from '@/lib/format';
import type { Trace } from '../api/orderSchema';
import { traceSteps } from '../model/traceSteps';
import classes from './TracePanel.module.css';

const percent = (share: number) => `${String(share * 100)}%`;

/** Where the milliseconds from the commit to the prediction went. */
export function TracePanel({ trace }: { trace: Trace }) {
  return (
    <Panel title="Trace" note={`${formatMillis(trace.total_ms)} in all`} flush testId="order-trace">
      <table className={classes.table}>
        <tbody>
          {traceSteps(trace).map(({ label, about, millis, left, width }) => (
            <tr key={label}>
              <th scope="row">
                {label}
                <span>{about}</span>
              </th>
              <td className={classes.plot} aria-hidden>
                <i style={{ left: percent(left), width: percent(width) }} />
              </td>
              <td className={classes.millis}>{formatMillis(millis)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
