import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Freshness, PageHeading } from '@/components';
import { useCityFilter } from '@/lib/cities';
import { useServerNow } from '@/lib/live';
import { modelHealthQuery } from '@/lib/model-health';
import { useUser } from '@/lib/session';
import { versionsQuery } from '../api/versions';
import { AnsweringPanel } from './AnsweringPanel';
import { ComparisonPanel } from './ComparisonPanel';
import { DriftPanel } from './DriftPanel';
import { ExpectationsPanel } from './ExpectationsPanel';
import classes from './ModelPage.module.css';
import { ReleaseDialog } from './ReleaseDialog';
import { ReleasedNotice } from './ReleasedNotice';
import { ReleasesPanel } from './ReleasesPanel';
import { useRelease, type Intent } from './useRelease';
import { VersionsPanel } from './VersionsPanel';

const REFETCH_MS = { versions: 5_000, health: 30_000 };
const COMPARED_MINUTES = 360;

/** The models: what each is worth, who answers, and who should. */
export function ModelPage() {
  const { zone, cityId } = useCityFilter();
  const user = useUser();
  const now = useServerNow();
  const versions = useQuery({ ...versionsQuery, refetchInterval: REFETCH_MS.versions });
  const health = useQuery({
    ...modelHealthQuery(cityId, COMPARED_MINUTES),
    refetchInterval: REFETCH_MS.health,
  });
  const [intent, setIntent] = useState<Intent | null>(null);
  const release = useRelease();
  const close = () => {
    setIntent(null);
    if (release.isError) release.reset();
  };
  return (
    <>
      <title>Model · Flavor Trend</title>
      <PageHeading
        title="Model"
        about="Who predicts delivery times, how well, and who could do better"
      >
        <Freshness asOf={versions.data === undefined ? null : now} zone={zone} />
      </PageHeading>
      {release.data !== undefined && (
        <ReleasedNotice released={release.data} zone={zone} onClose={release.reset} />
      )}
      <div className={classes.grid}>
        <div className={classes.wide}>
          <VersionsPanel
            asked={versions}
            zone={zone}
            onIntent={user.role === 'admin' ? setIntent : null}
          />
        </div>
        <ComparisonPanel asked={health} versions={versions.data} />
        <AnsweringPanel versions={versions.data} zone={zone} />
        <ExpectationsPanel asked={health} />
        <ReleasesPanel asked={versions} zone={zone} />
        <div className={classes.wide}>
          <DriftPanel asked={health} zone={zone} />
        </div>
      </div>
      <ReleaseDialog
        intent={intent}
        champion={versions.data?.champion ?? null}
        pending={release.isPending}
        error={release.error}
        onClose={close}
        onConfirm={() => {
          if (intent !== null) release.mutate(intent, { onSuccess: close });
        }}
      />
    </>
  );
}
