import { History } from 'lucide-react';
import { MessageState, Panel, WhenAnswered } from '@/components';
import { DataTable, Stacked, type Column } from '@/components/table';
import { formatClock, formatDateTime } from '@/lib/format';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ModelVersions, Release } from '../api/versions';
import { reasonLabel } from '../model/releaseTexts';
import { RoleBadge } from './RoleBadge';

function columns(zone: string): readonly Column<Release>[] {
  return [
    {
      key: 'what',
      heading: 'Release',
      cell: ({ reason, version, announcedBy }) => (
        <Stacked sub={`by ${announcedBy}`}>
          {reasonLabel(reason)}
          {version !== null && ` ${version}`}
        </Stacked>
      ),
    },
    { key: 'role', heading: 'Role', words: true, cell: ({ role }) => <RoleBadge role={role} /> },
    {
      key: 'when',
      heading: 'Announced',
      cell: ({ announcedAt, effectiveFrom }) => (
        <Stacked
          sub={effectiveFrom === null ? 'of all times' : `from ${formatClock(effectiveFrom, zone)}`}
        >
          {formatDateTime(announcedAt, zone)}
        </Stacked>
      ),
    },
  ];
}

interface ReleasesPanelProps {
  asked: UseQueryResult<ModelVersions>;
  zone: string;
}

/** Who was given which role, by whom, from when on. */
export function ReleasesPanel({ asked, zone }: ReleasesPanelProps) {
  return (
    <Panel title="Releases" note="newest first" flush testId="model-releases">
      <WhenAnswered asked={asked} lines={3}>
        {({ releases }) =>
          releases.length === 0 ? (
            <MessageState
              icon={<History size={28} aria-hidden />}
              title="Nothing was released yet"
              detail="The first champion appears here with who made it one."
            />
          ) : (
            <DataTable
              label="Releases, table"
              columns={columns(zone)}
              rows={releases}
              rowKey={({ announcedAt, role }) => `${role} ${String(announcedAt)}`}
            />
          )
        }
      </WhenAnswered>
    </Panel>
  );
}
