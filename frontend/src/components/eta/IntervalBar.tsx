import { intervalShape, outlook } from '@/lib/predictions';
import classes from './IntervalBar.module.css';

interface IntervalBarProps {
  p10At: number;
  at: number;
  p90At: number;
  promisedAt: number | null;
}

const WIDTH = 100;

/** An interval with its point and the promise as a stroke; hidden from those who read the times. */
export function IntervalBar({ promisedAt, ...interval }: IntervalBarProps) {
  const { from, point, to, promise } = intervalShape(interval, promisedAt);
  return (
    <svg
      className={classes.bar}
      viewBox={`-3 0 ${String(WIDTH + 6)} 20`}
      preserveAspectRatio="none"
      data-outlook={outlook(interval, promisedAt).kind}
      aria-hidden
    >
      <line className={classes.line} x1={0} x2={WIDTH} y1={10} y2={10} />
      <rect
        className={classes.interval}
        x={from * WIDTH}
        y={5}
        width={(to - from) * WIDTH}
        height={10}
      />
      <rect className={classes.point} x={point * WIDTH - 3} y={3} width={6} height={14} />
      {promise !== null && (
        <rect className={classes.promise} x={promise * WIDTH - 1} y={0} width={2} height={20} />
      )}
    </svg>
  );
}
