import { Panel, StateBadge } from '@/components';
import { componentHealth, type Pipeline } from '@/lib/platform';
import classes from './Components.module.css';

const words = { up: 'Up', degraded: 'Degraded', down: 'Down' } as const;

/** The processes of the platform. */
export function Components({ components }: { components: Pipeline['components'] }) {
  return (
    <Panel title="Components" flush testId="pipeline-components">
      {components.length === 0 && <p className={classes.none}>No component could be asked.</p>}
      <ul className={classes.list}>
        {components.map(({ name, state, detail }) => (
          <li key={name} data-component={name}>
            <span className={classes.name}>
              {name}
              {detail !== null && <span>{detail}</span>}
            </span>
            <StateBadge health={componentHealth(state)} label={words[state]} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
