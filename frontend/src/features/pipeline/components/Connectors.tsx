import { Fragment } from 'react';
import { Panel, StateBadge } from '@/components';
import { formatBytes } from '@/lib/format';
import { connectorHealth, connectState, type Pipeline } from '@/lib/platform';
import classes from './Table.module.css';

interface ConnectorsProps {
  connectors: Pipeline['connectors'];
  slot: Pipeline['slot'];
}

const title = (state: string) => state.charAt(0).toUpperCase() + state.slice(1).toLowerCase();

/** Capture: the connectors, their tasks, and how much the slot still holds. */
export function Connectors({ connectors, slot }: ConnectorsProps) {
  return (
    <Panel title="Capture" flush testId="pipeline-connectors">
      <table className={classes.table}>
        <tbody>
          {connectors.map((connector) => (
            <Fragment key={connector.name}>
              <tr>
                <th scope="row">
                  {connector.name}
                  <span className={classes.sub}>connector</span>
                </th>
                <td className={classes.number}>
                  <StateBadge health={connectorHealth(connector)} label={title(connector.state)} />
                </td>
              </tr>
              {connector.tasks.map((task) => (
                <tr key={task.id}>
                  <td style={{ whiteSpace: 'normal' }}>
                    Task {task.id}
                    {task.trace !== null && <code className={classes.trace}>{task.trace}</code>}
                  </td>
                  <td className={classes.number}>
                    <StateBadge health={connectState(task.state)} label={title(task.state)} />
                  </td>
                </tr>
              ))}
            </Fragment>
          ))}
          {slot !== null && (
            <tr>
              <th scope="row">
                {slot.name}
                <span className={classes.sub}>
                  replication slot, {formatBytes(slot.lag_bytes)} behind
                </span>
              </th>
              <td className={classes.number}>
                <StateBadge
                  health={slot.active ? 'good' : 'bad'}
                  label={slot.active ? 'Active' : 'Inactive'}
                />
              </td>
            </tr>
          )}
          {connectors.length === 0 && slot === null && (
            <tr>
              <td>Neither connector nor slot could be asked.</td>
            </tr>
          )}
        </tbody>
      </table>
    </Panel>
  );
}
