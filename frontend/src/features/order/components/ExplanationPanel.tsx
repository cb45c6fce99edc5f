import { CircleHelp } from 'lucide-react';
import { MessageState, Panel } from '@/components';
import { formatMinutes, formatSigned } from '@/lib/format';
import type { ExplainedPrediction } from '../api/orderSchema';
import { contributionBars, expectedMinutes, type ContributionBar } from '../model/contributionBars';
import classes from './ExplanationPanel.module.css';

const percent = (share: number) => `${String(share * 100)}%`;

function Bar({ bar }: { bar: ContributionBar }) {
  return (
    <tr data-testid="contribution" data-name={bar.key}>
      <th scope="row">
        {bar.label}
        {bar.value !== null && <span>{bar.value}</span>}
      </th>
      <td className={classes.plot} aria-hidden>
        <i
          data-later={bar.minutes > 0 || undefined}
          style={{ left: percent(bar.left), width: percent(bar.width) }}
        />
      </td>
      <td className={classes.minutes}>{formatSigned(bar.minutes)}</td>
    </tr>
  );
}

/** What moved a prediction, and by how many minutes. */
export function ExplanationPanel({ prediction }: { prediction: ExplainedPrediction }) {
  const { explanation, explanationUnavailable } = prediction;
  return (
    <Panel
      title="Why this time"
      note={explanation === null ? undefined : 'minutes, later to the right'}
      flush
      testId="order-explanation"
    >
      {explanation === null ? (
        <MessageState
          icon={<CircleHelp size={28} aria-hidden />}
          title="No explanation"
          detail={explanationUnavailable ?? 'The model that predicted it is not at hand.'}
        />
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="row">What is said of an order of which nothing is known</th>
              <td aria-hidden />
              <td className={classes.minutes}>{formatMinutes(explanation.base_minutes)}</td>
            </tr>
          </thead>
          <tbody>
            {contributionBars(explanation).map((bar) => (
              <Bar key={bar.key} bar={bar} />
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Expected from this stage on</th>
              <td aria-hidden />
              <td className={classes.minutes}>{formatMinutes(expectedMinutes(explanation))}</td>
            </tr>
          </tfoot>
        </table>
      )}
    </Panel>
  );
}
