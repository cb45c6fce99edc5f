import { memo } from 'react';
import { formatAmount, formatClock, formatSpan, formatTime } from '@/lib/format';
import { punctuality, type OrderRow as Row } from '../model/orderRows';
import classes from './OrdersTable.module.css';
import { StatusChip } from './StatusChip';

interface OrderRowProps {
  row: Row;
  index: number;
  /** Pixels from the list's top. */
  top: number;
  height: number;
  city: string;
  restaurant: string;
  zone: string;
  at: number;
}

const WORDS = { late: 'late', due: 'left', on_time: 'early', none: '' } as const;

function Promise({ row, zone, at }: Pick<OrderRowProps, 'row' | 'zone' | 'at'>) {
  const { kind, byMs } = punctuality(row, at);
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

/** One order. Flashes when it changed: two equal animations take turns, which restarts them. */
export const OrderRow = memo(function OrderRow(props: OrderRowProps) {
  const { row, index, top, height, city, restaurant, zone, at } = props;
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
        #{row.id}
      </div>
      <div role="cell" className={classes.placed}>
        <span>{formatClock(row.placedAt, zone)}</span>
        <span className={classes.age}>{formatSpan((row.closedAt ?? at) - row.placedAt)}</span>
      </div>
      <div role="cell" className={classes.city}>
        {city}
      </div>
      <div role="cell" className={classes.restaurant} title={restaurant}>
        {restaurant}
      </div>
      <div role="cell" className={classes.status}>
        <StatusChip status={row.status} />
      </div>
      <div role="cell" className={classes.promise}>
        <Promise row={row} zone={zone} at={at} />
      </div>
      <div role="cell" className={classes.amount}>
        {formatAmount(row.amount)}
        <span className={classes.quiet}>{row.currency}</span>
      </div>
    </div>
  );
});
