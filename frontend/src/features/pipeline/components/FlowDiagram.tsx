import { useMediaQuery } from '@mantine/hooks';
import { Panel } from '@/components';
import { formatRate } from '@/lib/format';
import type { ConnectionState, LiveFigures } from '@/lib/live';
import type { Pipeline } from '@/lib/platform';
import { flow, flowSentence, type FlowEdge, type FlowNode } from '../model/flow';
import { edgeShape, flowLayout, NODE, type FlowLayout } from '../model/flowLayout';
import classes from './FlowDiagram.module.css';

interface FlowDiagramProps {
  pipeline: Pipeline;
  connection: ConnectionState;
  figures: LiveFigures | null;
}

const words = { good: 'Up', warn: 'Degraded', bad: 'Down', unknown: 'Unknown' } as const;
const marks = { good: '●', warn: '▲', bad: '✕', unknown: '?' } as const;

function Edge({ edge, layout }: { edge: FlowEdge; layout: FlowLayout }) {
  const { path, label } = edgeShape(edge, layout);
  const moving = (edge.rate ?? 0) > 0;
  return (
    <g>
      <path className={classes.edge} d={path} />
      {moving && <path className={classes.stream} d={path} />}
      {edge.rate !== null && (
        <text className={classes.rate} x={label.x} y={label.y}>
          {formatRate(edge.rate)}/s
        </text>
      )}
    </g>
  );
}

function Node({ node, layout }: { node: FlowNode; layout: FlowLayout }) {
  const { x, y } = layout.at[node.id];
  return (
    <g transform={`translate(${String(x)} ${String(y)})`} data-health={node.health}>
      <rect className={classes.node} width={NODE.width} height={NODE.height} rx={10} />
      <rect className={classes.mark} x={0} y={16} width={3} height={NODE.height - 32} rx={1.5} />
      <text className={classes.title} x={14} y={23}>
        {node.title}
      </text>
      <text className={classes.figure} x={14} y={52}>
        {node.figure}
      </text>
      <text className={classes.caption} x={14} y={67}>
        {node.caption}
      </text>
      <text className={classes.state} x={14} y={83}>
        {marks[node.health]} {words[node.health]}
      </text>
    </g>
  );
}

/** The pipeline as a drawing: every node with its state and the figure that matters there. */
export function FlowDiagram({ pipeline, connection, figures }: FlowDiagramProps) {
  const layout = flowLayout(
    useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false }),
  );
  const drawn = flow(pipeline, connection, figures);
  return (
    <Panel title="Data flow" note="changes per second on the way" testId="pipeline-flow">
      <svg
        className={classes.drawing}
        viewBox={`0 0 ${String(layout.width)} ${String(layout.height)}`}
        role="img"
        aria-label={`Data flow. ${flowSentence(drawn)}`}
      >
        {drawn.edges.map((edge) => (
          <Edge key={`${edge.from}-${edge.to}`} edge={edge} layout={layout} />
        ))}
        {drawn.nodes.map((node) => (
          <Node key={node.id} node={node} layout={layout} />
        ))}
      </svg>
    </Panel>
  );
}
