import { Panel, StateBadge } from '@/components';
import { formatCount, formatRate } from '@/lib/format';
import type { Pipeline } from '@/lib/platform';
import classes from './Table.module.css';

interface TopicsProps {
  topics: Pipeline['topics'];
  /** Records that no consumer could use; null when Kafka could not be asked. */
  deadLetters: number | null;
}

/** What flows through each topic. */
export function Topics({ topics, deadLetters }: TopicsProps) {
  const letters =
    deadLetters === null ? null : (
      <StateBadge
        health={deadLetters === 0 ? 'good' : 'warn'}
        label={`${formatCount(deadLetters)} dead letters`}
      />
    );
  return (
    <Panel title="Topics" flush actions={letters} testId="pipeline-topics">
      <div className={classes.scroll} tabIndex={0} role="region" aria-label="Topics, table">
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col" className={classes.number}>
                Records/s
              </th>
              <th scope="col" className={classes.number}>
                Records in all
              </th>
            </tr>
          </thead>
          <tbody>
            {topics.map((topic) => (
              <tr key={topic.name}>
                <th scope="row">{topic.name}</th>
                <td className={classes.number}>{formatRate(topic.records_per_second)}</td>
                <td className={classes.number}>{formatCount(topic.end_offset)}</td>
              </tr>
            ))}
            {topics.length === 0 && (
              <tr>
                <td colSpan={3}>Kafka could not be asked.</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
