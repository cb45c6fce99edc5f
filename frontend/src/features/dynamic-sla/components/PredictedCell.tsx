import { IntervalBar } from '@/components/eta';
import { Stacked } from '@/components/table';
import { formatTime } from '@/lib/format';
import type { DynamicSlaViolation } from '@/lib/live';
import classes from './PredictedCell.module.css';

/** What was predicted, with its interval against the promise. */
export function PredictedCell({
  violation,
  zone,
}: {
  violation: DynamicSlaViolation;
  zone: string;
}) {
  const { p10At, predictedAt, p90At, promisedAt } = violation;
  return (
    <Stacked sub={`${formatTime(p10At, zone)}–${formatTime(p90At, zone)}`}>
      <span className={classes.predicted}>
        <IntervalBar p10At={p10At} at={predictedAt} p90At={p90At} promisedAt={promisedAt} />
        {formatTime(predictedAt, zone)}
      </span>
    </Stacked>
  );
}
