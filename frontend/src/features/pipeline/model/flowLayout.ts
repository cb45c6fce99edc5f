import type { FlowEdge, FlowNodeId } from './flow';

export const NODE = { width: 148, height: 92 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  /** Upper left corners. */
  readonly at: Readonly<Record<FlowNodeId, Point>>;
  readonly vertical: boolean;
}

const WIDE: FlowLayout = {
  width: 1188,
  height: 232,
  vertical: false,
  at: {
    postgres: { x: 2, y: 70 },
    debezium: { x: 209, y: 70 },
    kafka: { x: 416, y: 70 },
    flink: { x: 623, y: 4 },
    notifier: { x: 726, y: 136 },
    analytics: { x: 830, y: 4 },
    page: { x: 1038, y: 70 },
  },
};

const TALL: FlowLayout = {
  width: 352,
  height: 806,
  vertical: true,
  at: {
    postgres: { x: 102, y: 4 },
    debezium: { x: 102, y: 138 },
    kafka: { x: 102, y: 272 },
    flink: { x: 8, y: 424 },
    notifier: { x: 196, y: 492 },
    analytics: { x: 8, y: 560 },
    page: { x: 102, y: 710 },
  },
};

/** Left to right where there is room, top to bottom on a phone. */
export function flowLayout(vertical: boolean): FlowLayout {
  return vertical ? TALL : WIDE;
}

export interface EdgeShape {
  readonly path: string;
  /** Where its rate is written. */
  readonly label: Point;
}

/** A curve from the side where `from` ends to the side where `to` begins. */
export function edgeShape({ from, to }: FlowEdge, layout: FlowLayout): EdgeShape {
  const a = layout.at[from];
  const b = layout.at[to];
  const start = layout.vertical
    ? { x: a.x + NODE.width / 2, y: a.y + NODE.height }
    : { x: a.x + NODE.width, y: a.y + NODE.height / 2 };
  const end = layout.vertical
    ? { x: b.x + NODE.width / 2, y: b.y }
    : { x: b.x, y: b.y + NODE.height / 2 };
  const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
  const [first, second] = layout.vertical
    ? [
        { x: start.x, y: middle.y },
        { x: end.x, y: middle.y },
      ]
    : [
        { x: middle.x, y: start.y },
        { x: middle.x, y: end.y },
      ];
  const pair = ({ x, y }: Point) => `${String(x)} ${String(y)}`;
  return {
    path: `M${pair(start)} C${pair(first)} ${pair(second)} ${pair(end)}`,
    // Above the line where it runs across, beside it where it runs down.
    label: layout.vertical
      ? { x: middle.x + 28, y: middle.y + 4 }
      : { x: middle.x, y: middle.y - 9 },
  };
}
