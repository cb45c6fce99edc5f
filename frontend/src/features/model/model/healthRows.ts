import type { FeatureDrift, HealthStatus, ModelHealth } from '@/lib/model-health';
import type { Health } from '@/lib/platform';
import type { ModelVersions } from '../api/versions';

/** A version's live figures, or the baseline's. */
export interface Compared {
  readonly name: string;
  readonly role: 'champion' | 'challenger' | 'baseline' | null;
  readonly count: number;
  readonly mae: number;
  /** Null of the baseline, which has no interval and whose bias is not told. */
  readonly bias: number | null;
  readonly coverage: number | null;
}

const RANK = ['champion', 'challenger', null, 'baseline'];

/** Versions beside the baseline over the same outcomes as the champion's; champion first. */
export function comparison(
  health: ModelHealth,
  { champion, challenger }: Pick<ModelVersions, 'champion' | 'challenger'>,
): readonly Compared[] {
  const role = (version: string) =>
    version === champion ? 'champion' : version === challenger ? 'challenger' : null;
  const rows: Compared[] = health.byVersion.map(({ key, count, mae, bias, coverage }) => ({
    name: key,
    role: role(key),
    count,
    mae,
    bias,
    coverage,
  }));
  if (health.total !== null) {
    const { count, baselineMae } = health.total;
    rows.push({
      name: 'Baseline',
      role: 'baseline',
      count,
      mae: baselineMae,
      bias: null,
      coverage: null,
    });
  }
  return rows.sort((a, b) => RANK.indexOf(a.role) - RANK.indexOf(b.role) || a.mae - b.mae);
}

const SEVERITY: readonly HealthStatus[] = ['alarm', 'warning', 'ok', null];

/** What moved most first. */
export function driftRows(features: readonly FeatureDrift[]): readonly FeatureDrift[] {
  const severity = ({ status }: FeatureDrift) => SEVERITY.indexOf(status);
  return features.toSorted((a, b) => severity(a) - severity(b) || (b.psi ?? -1) - (a.psi ?? -1));
}

/** A status as the site shows states. */
export function statusBadge(status: HealthStatus): { health: Health; label: string } {
  switch (status) {
    case 'ok':
      return { health: 'good', label: 'As trained' };
    case 'warning':
      return { health: 'warn', label: 'Moving' };
    case 'alarm':
      return { health: 'bad', label: 'Moved' };
    case null:
      return { health: 'unknown', label: 'Not judged' };
  }
}
