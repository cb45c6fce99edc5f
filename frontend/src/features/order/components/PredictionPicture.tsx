import { outlook } from '@/lib/predictions';
import type { ExplainedPrediction, Order } from '../api/orderSchema';
import { placeOn, type TimeAxis } from '../model/timeAxis';
import classes from './PredictionPicture.module.css';

interface PredictionPictureProps {
  prediction: ExplainedPrediction;
  order: Order;
  axis: TimeAxis;
}

const percent = (share: number) => `${String(share * 100)}%`;

/** One prediction on the axis that all of the order share; its times stand beside it. */
export function PredictionPicture({ prediction, order, axis }: PredictionPictureProps) {
  const { p10At, at, p90At, baselineAt } = prediction;
  const left = (instant: number) => ({ left: percent(placeOn(axis, instant)) });
  const width = percent(placeOn(axis, p90At) - placeOn(axis, p10At));
  return (
    <span
      className={classes.picture}
      data-outlook={outlook(prediction, order.promisedAt).kind}
      aria-hidden
    >
      <i className={classes.interval} style={{ ...left(p10At), width }} />
      <i className={classes.baseline} style={left(baselineAt)} />
      <i className={classes.point} style={left(at)} />
      {order.promisedAt !== null && (
        <i className={classes.promise} style={left(order.promisedAt)} />
      )}
      {order.deliveredAt !== null && (
        <i className={classes.delivered} style={left(order.deliveredAt)} />
      )}
    </span>
  );
}
