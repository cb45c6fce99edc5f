import { Countdown, IntervalBar, OutlookWord, QualityMark } from '@/components/eta';
import { formatTime } from '@/lib/format';
import type { Prediction } from '@/lib/live';
import { arrivalText, outlook } from '@/lib/predictions';
import type { OrderRow } from '../model/orderRows';
import classes from './EtaCell.module.css';

interface EtaCellProps {
  row: OrderRow;
  /** The one that holds; null where none has been made. */
  prediction: Prediction | null;
  zone: string;
}

/** When an order is expected, how surely, and whether that keeps its promise. */
export function EtaCell({ row, prediction, zone }: EtaCellProps) {
  if (prediction === null || row.status === 'cancelled') {
    return <span className={classes.none}>–</span>;
  }
  const { at, p10At, p90At, modelVersion } = prediction;
  const delivered = row.status === 'delivered' ? row.closedAt : null;
  const standing = outlook(prediction, row.promisedAt);
  return (
    <div className={classes.eta} data-testid="eta" data-outlook={standing.kind}>
      <div className={classes.line}>
        <span className={classes.at}>{formatTime(at, zone)}</span>
        {delivered === null ? (
          <Countdown to={at} />
        ) : (
          <span className={classes.range}>{arrivalText(delivered, at)}</span>
        )}
        <QualityMark {...prediction} />
        <span className={classes.version}>{modelVersion}</span>
      </div>
      <div className={classes.line}>
        <IntervalBar p10At={p10At} at={at} p90At={p90At} promisedAt={row.promisedAt} />
        <span className={classes.range}>
          {formatTime(p10At, zone)}–{formatTime(p90At, zone)}
        </span>
        {delivered === null && <OutlookWord outlook={standing} />}
      </div>
    </div>
  );
}
