import { useMediaQuery } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type ReactNode } from 'react';
import type { Prediction } from '@/lib/live';
import type { RestaurantNames } from '../api/orders';
import { restaurantName, type OrderRow as Row } from '../model/orderRows';
import { OrderRow } from './OrderRow';
import classes from './OrdersTable.module.css';

interface OrdersTableProps {
  rows: readonly Row[];
  predictions: ReadonlyMap<number, Prediction>;
  names: RestaurantNames | undefined;
  cityNames: ReadonlyMap<number, string>;
  zone: string;
  empty: ReactNode;
}

const HEADINGS = ['Order', 'Placed', 'Restaurant', 'Status', 'Promised', 'ETA', 'Amount'];
const ROW_PX = 48;
const PHONE_ROW_PX = 84;

/** Only the rows in sight are in the document, whatever the list's length. */
export function OrdersTable(props: OrdersTableProps) {
  const { rows, predictions, names, cityNames, zone, empty } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const height = phone ? PHONE_ROW_PX : ROW_PX;
  // eslint-disable-next-line react-hooks/incompatible-library -- no compiler memoises this component
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 4,
  });
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      role="table"
      aria-label="Live orders"
      aria-rowcount={rows.length + 1}
      data-testid="live-orders-table"
    >
      <div className={classes.head} role="rowgroup">
        <div className={classes.row} role="row" aria-rowindex={1}>
          {HEADINGS.map((heading) => (
            <div key={heading} role="columnheader">
              {heading}
            </div>
          ))}
        </div>
      </div>
      {rows.length === 0 && <div role="presentation">{empty}</div>}
      <div role="rowgroup" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <OrderRow
              key={row.id}
              row={row}
              prediction={predictions.get(row.id) ?? null}
              index={item.index}
              top={item.start}
              height={height}
              city={cityNames.get(row.cityId) ?? `City ${String(row.cityId)}`}
              restaurant={restaurantName(names, row.restaurantId)}
              zone={zone}
            />
          );
        })}
      </div>
    </div>
  );
}
