import type { ModelVersion, Release } from '../api/versions';

const REASONS: Record<Release['reason'], string> = {
  first: 'First',
  promoted: 'Promoted',
  rolled_back: 'Rolled back to',
  withdrawn: 'Withdrawn',
};

const ORIGINS: Record<ModelVersion['origin'], string> = {
  bundled: 'Bundled',
  trained: 'Trained',
  imported: 'Imported',
};

export function originLabel(origin: ModelVersion['origin']): string {
  return ORIGINS[origin];
}

export function reasonLabel(reason: Release['reason']): string {
  return REASONS[reason];
}

/** True when there is a former champion to go back to; which one, the server knows. */
export function canRollBack(releases: readonly Release[]): boolean {
  const champions = new Set(
    releases.filter(({ role }) => role === 'champion').map(({ version }) => version),
  );
  champions.delete(null);
  return champions.size > 1;
}

/** By how much a model's error is below the baseline's, as a share; null where one is untold. */
export function gain(mae: number | null, baselineMae: number | null): number | null {
  if (mae === null || baselineMae === null || baselineMae === 0) return null;
  return 1 - mae / baselineMae;
}
