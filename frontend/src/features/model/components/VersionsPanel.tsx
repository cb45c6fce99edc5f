import { Button, Group } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { BrainCircuit, LockKeyhole } from 'lucide-react';
import { MessageState, Panel, WhenAnswered } from '@/components';
import { DataTable, Stacked, type Column } from '@/components/table';
import { formatBytes, formatCount, formatDateTime, formatMinutes, formatShare } from '@/lib/format';
import type { ModelVersion, ModelVersions } from '../api/versions';
import { canRollBack, gain, originLabel } from '../model/releaseTexts';
import { RoleBadge } from './RoleBadge';
import type { Intent } from './useRelease';
import classes from './VersionsPanel.module.css';

interface VersionsPanelProps {
  asked: UseQueryResult<ModelVersions>;
  zone: string;
  /** Null for who may not change roles. */
  onIntent: ((intent: Intent) => void) | null;
}

function figures(zone: string): readonly Column<ModelVersion>[] {
  return [
    {
      key: 'version',
      heading: 'Version',
      cell: ({ version, sha256, sizeBytes }) => (
        <Stacked sub={`${sha256.slice(0, 12)}, ${formatBytes(sizeBytes)}`}>{version}</Stacked>
      ),
    },
    { key: 'role', heading: 'Role', words: true, cell: ({ role }) => <RoleBadge role={role} /> },
    {
      key: 'origin',
      heading: 'Origin',
      words: true,
      cell: ({ origin, registeredBy }) => (
        <Stacked sub={`by ${registeredBy}`}>{originLabel(origin)}</Stacked>
      ),
    },
    {
      key: 'trained',
      heading: 'Trained',
      extra: true,
      cell: ({ trainedAt, metrics }) => (
        <Stacked sub={`${formatCount(metrics.trainRows)} rows`}>
          {formatDateTime(trainedAt, zone)}
        </Stacked>
      ),
    },
    {
      key: 'mae',
      heading: 'Test MAE',
      cell: ({ metrics: { mae, rmse } }) => (
        <Stacked sub={`RMSE ${formatMinutes(rmse)}`}>{formatMinutes(mae)}</Stacked>
      ),
    },
    {
      key: 'gain',
      heading: 'Below baseline',
      extra: true,
      cell: ({ metrics: { mae, baselineMae } }) => (
        <Stacked sub={`baseline ${formatMinutes(baselineMae)}`}>
          {formatShare(gain(mae, baselineMae))}
        </Stacked>
      ),
    },
    {
      key: 'coverage',
      heading: 'Coverage',
      extra: true,
      cell: ({ metrics }) => formatShare(metrics.coverage),
    },
  ];
}

function actions(onIntent: (intent: Intent) => void): Column<ModelVersion> {
  const offer = (version: string, role: 'champion' | 'challenger', label: string) => (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${label} ${version}`}
      onClick={() => {
        onIntent({ kind: 'promote', version, role });
      }}
    >
      {label}
    </Button>
  );
  return {
    key: 'actions',
    heading: 'Change',
    cell: ({ version, role }) => (
      <Group gap={6} wrap="nowrap" justify="flex-end">
        {role === null && offer(version, 'challenger', 'Challenge')}
        {role !== 'champion' && offer(version, 'champion', 'Promote')}
      </Group>
    ),
  };
}

/** Every version with what its training said, and who may, with what to do about it. */
export function VersionsPanel({ asked, zone, onIntent }: VersionsPanelProps) {
  const former = canRollBack(asked.data?.releases ?? []);
  const columns = [...figures(zone), ...(onIntent === null ? [] : [actions(onIntent)])];
  return (
    <Panel
      title="Versions"
      note="newest first"
      flush
      testId="model-versions"
      actions={
        onIntent === null ? (
          <span className={classes.locked}>
            <LockKeyhole size={13} aria-hidden />
            Promoting and rolling back is for admins
          </span>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            disabled={!former}
            title={former ? undefined : 'There is no former champion'}
            onClick={() => {
              onIntent({ kind: 'rollback' });
            }}
          >
            Roll back
          </Button>
        )
      }
    >
      <WhenAnswered asked={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <MessageState
              icon={<BrainCircuit size={28} aria-hidden />}
              title="No model is registered"
              detail="The baseline answers until the first one is."
            />
          ) : (
            <DataTable
              label="Versions, table"
              columns={columns}
              rows={items}
              rowKey={({ version }) => version}
              rowData={({ version, role }) => ({
                'data-testid': 'version-row',
                'data-version': version,
                ...(role === null ? {} : { 'data-role': role }),
              })}
            />
          )
        }
      </WhenAnswered>
    </Panel>
  );
}
