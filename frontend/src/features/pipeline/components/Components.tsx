import { Panel, StateBadge } from '@/components';
import { componentHealth, type Pipeline } from '@/lib/platform';
import classes from './Table.module.css';

const words = { up: 'Up', degraded: 'Degraded', down: 'Down' } as const;

/** The processes of the platform. */
export function Components({ components }: { components: Pipeline['components'] }) {
  return (
    <Panel title="Components" flush testId="pipeline-components">
      <table className={classes.table}>
        <tbody>
          {components.map(({ name, state, detail }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td style={{ whiteSpace: 'normal' }}>{detail}</td>
              <td className={classes.number}>
                <StateBadge health={componentHealth(state)} label={words[state]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
