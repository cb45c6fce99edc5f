import { linePoints } from './sparklinePoints';

const WIDTH = 120;
const HEIGHT = 28;

/** A line without axes; its figures stand beside it, so it is hidden from screen readers. */
export function Sparkline({ values, color }: { values: readonly number[]; color: string }) {
  const points = linePoints(values, WIDTH, HEIGHT);
  return (
    <svg
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
      width="100%"
      height={HEIGHT}
      preserveAspectRatio="none"
      aria-hidden
    >
      {points.length > 1 && (
        <>
          <polygon
            points={`0,${String(HEIGHT)} ${points.join(' ')} ${String(WIDTH)},${String(HEIGHT)}`}
            fill={color}
            opacity={0.12}
          />
          <polyline
            points={points.join(' ')}
            fill="none"
            stroke={color}
            strokeWidth={1.5}
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
    </svg>
  );
}
