import { memo } from 'react';
import { OrderLink, StatusChip } from '@/components';
import { formatAmount, formatClock, formatSpan, formatTime } from '@/lib/format';
import { useReferenceNow, type Prediction } from '@/lib/live';
import { punctuality, type OrderRow as Row } from '../model/orderRows';
import { EtaCell } from './EtaCell';
import classes from './OrdersTable.module.css';

interface OrderRowProps {
  row: Row;
  prediction: Prediction | null;
  index: number;
  /** Pixels from the list's top. */
  top: number;
  height: number;
  city: string;
  restaurant: string;
  zone: string;
}

const WORDS = { late: 'late', due: 'left', on_time: 'early', none: '' } as const;

function Age({ row }: { row: Row }) {
  const now = useReferenceNow();
  return <span className={classes.quiet}>{formatSpan((row.closedAt ?? now) - row.placedAt)}</span>;
}

function Promise({ row, zone }: Pick<OrderRowProps, 'row' | 'zone'>) {
  const { kind, byMs } = punctuality(row, useReferenceNow());
  if (kind === 'none') return <span className={classes.quiet}>–</span>;
  return (
    <>
      <span>{formatTime(row.promisedAt, zone)}</span>
      <span className={classes.punctuality} data-kind={kind}>
        {formatSpan(byMs)} {WORDS[kind]}
      </span>
    </>
  );
}

/**
 * One order; only what counts seconds in it ticks. Flashes when it changed: two equal animations take
 * turns, which restarts them.
 */
export const OrderRow = memo(function OrderRow(props: OrderRowProps) {
  const { row, prediction, index, top, height, city, restaurant, zone } = props;
  const flash = row.changes === 0 ? undefined : row.changes % 2 === 0 ? 'even' : 'odd';
  return (
    <div
      className={classes.row}
      role="row"
      aria-rowindex={index + 2}
      data-testid="live-order-row"
      data-order-id={row.id}
      data-status={row.status}
      data-flash={flash}
      style={{ transform: `translateY(${String(top)}px)`, height }}
    >
      <div role="cell" className={classes.id}>
        <OrderLink orderId={row.id} cover />
      </div>
      <div role="cell" className={classes.placed}>
        <span>{formatClock(row.placedAt, zone)}</span>
        <Age row={row} />
      </div>
      <div role="cell" className={classes.restaurant}>
        <span>{restaurant}</span>
        <span className={classes.quiet}>{city}</span>
      </div>
      <div role="cell" className={classes.status}>
        <StatusChip status={row.status} />
      </div>
      <div role="cell" className={classes.promise}>
        <Promise row={row} zone={zone} />
      </div>
      <div role="cell" className={classes.eta}>
        <EtaCell row={row} prediction={prediction} zone={zone} />
      </div>
      <div role="cell" className={classes.amount}>
        {formatAmount(row.amount)}
        <span className={classes.quiet}>{row.currency}</span>
      </div>
    </div>
  );
});
