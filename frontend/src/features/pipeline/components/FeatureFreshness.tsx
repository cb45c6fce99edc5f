import { Gauge } from 'lucide-react';
import { MessageState, Panel, StateBadge } from '@/components';
import { formatCount, formatMillis } from '@/lib/format';
import type { FeatureGroup } from '@/lib/platform';
import { ageText, freshnessHealth, freshnessLabel, groupTitle } from '../model/featureFreshness';
import classes from './Table.module.css';

function Group({ group }: { group: FeatureGroup }) {
  const { freshness } = group;
  return (
    <tr data-testid="feature-group" data-entity={group.entity}>
      <th scope="row">
        {groupTitle(group.entity)}
        <span className={classes.sub}>{formatCount(group.entities)} with features</span>
      </th>
      <td>
        <StateBadge health={freshnessHealth(group)} label={freshnessLabel(group)} />
      </td>
      <td className={classes.number}>
        {formatMillis(freshness.behind_ms)}
        <span className={classes.sub}>target {formatMillis(freshness.target_ms)}</span>
      </td>
      <td className={classes.number}>{ageText(group.newest_age_ms)}</td>
      <td className={classes.number}>
        {ageText(group.p50_age_ms)}
        <span className={classes.sub}>p99 {ageText(group.p99_age_ms)}</span>
      </td>
    </tr>
  );
}

/** Whether features follow what happens; who is quiet grows old without being late. */
export function FeatureFreshness({ groups }: { groups: readonly FeatureGroup[] }) {
  return (
    <Panel
      title="Feature freshness"
      note="behind: the oldest event not yet in features"
      flush
      testId="feature-freshness"
    >
      {groups.length === 0 ? (
        <MessageState
          icon={<Gauge size={28} aria-hidden />}
          title="No feature is known"
          detail="The tables of features could not be asked."
        />
      ) : (
        <div
          className={classes.scroll}
          tabIndex={0}
          role="region"
          aria-label="Feature freshness, table"
        >
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Features of</th>
                <th scope="col">State</th>
                <th scope="col" className={classes.number}>
                  Behind
                </th>
                <th scope="col" className={classes.number}>
                  Newest
                </th>
                <th scope="col" className={classes.number}>
                  Age, p50
                </th>
              </tr>
            </thead>
            <tbody>
              {groups.map((group) => (
                <Group key={group.entity} group={group} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
