import { Hourglass } from 'lucide-react';
import { MessageState, Panel } from '@/components';
import { OutlookWord, QualityMark } from '@/components/eta';
import { DataTable, Stacked, type Column } from '@/components/table';
import { formatClock, formatTime } from '@/lib/format';
import { statusLabel } from '@/lib/orders';
import { arrivalText, outlook } from '@/lib/predictions';
import type { ExplainedPrediction, Order } from '../api/orderSchema';
import { timeAxis, type TimeAxis } from '../model/timeAxis';
import { PredictionPicture } from './PredictionPicture';
import classes from './PredictionPicture.module.css';

interface PredictionsPanelProps {
  predictions: readonly ExplainedPrediction[];
  order: Order;
  zone: string;
}

function columns(
  order: Order,
  axis: TimeAxis,
  zone: string,
): readonly Column<ExplainedPrediction>[] {
  const { promisedAt, deliveredAt } = order;
  return [
    {
      key: 'stage',
      heading: 'At stage',
      cell: ({ stage, madeFor }) => (
        <Stacked sub={formatClock(madeFor, zone)}>{statusLabel(stage)}</Stacked>
      ),
    },
    {
      key: 'predicted',
      heading: 'Predicted',
      cell: ({ at, p10At, p90At }) => (
        <Stacked sub={`${formatTime(p10At, zone)}–${formatTime(p90At, zone)}`}>
          {formatClock(at, zone)}
        </Stacked>
      ),
    },
    {
      key: 'picture',
      heading: 'Interval',
      words: true,
      extra: true,
      cell: (row) => <PredictionPicture prediction={row} order={order} axis={axis} />,
    },
    {
      key: 'standing',
      heading: deliveredAt === null ? 'Against the promise' : 'Delivered',
      cell: (row) =>
        deliveredAt === null ? (
          <OutlookWord outlook={outlook(row, promisedAt)} />
        ) : (
          arrivalText(deliveredAt, row.at)
        ),
    },
    {
      key: 'model',
      heading: 'Model',
      cell: (row) => <Stacked sub={<QualityMark {...row} />}>{row.modelVersion}</Stacked>,
    },
  ];
}

/** Each prediction with its interval, all on one axis of time. */
export function PredictionsPanel({ predictions, order, zone }: PredictionsPanelProps) {
  const axis = timeAxis(predictions, order);
  return (
    <Panel
      title="Predictions"
      note={`promised ${formatClock(order.promisedAt, zone)}, delivered ${formatClock(order.deliveredAt, zone)}`}
      flush
      testId="order-predictions"
    >
      {axis === null ? (
        <MessageState
          icon={<Hourglass size={28} aria-hidden />}
          title="Not predicted yet"
          detail="A prediction is made when an order is placed, gets its courier, and is picked up."
        />
      ) : (
        <>
          <DataTable
            label="Predictions, table"
            columns={columns(order, axis, zone)}
            rows={predictions}
            rowKey={({ stage }) => stage}
            rowData={({ stage }) => ({ 'data-testid': 'prediction-row', 'data-stage': stage })}
          />
          <ul className={classes.legend}>
            <li>
              <i className={classes.interval} /> eight of ten arrive in it
            </li>
            <li>
              <i className={classes.baseline} /> baseline
            </li>
            <li>
              <i className={classes.promise} /> promised
            </li>
            <li>
              <i className={classes.delivered} /> delivered
            </li>
          </ul>
        </>
      )}
    </Panel>
  );
}
