// Answers on models, as webapi gives them.

const iso = (at: number) => new Date(at).toISOString();

export function modelVersion(version: string, changes: object = {}) {
  return {
    model_version: version,
    package_uri: `file:///models/${version}.zip`,
    sha256: 'a1b2c3d4e5f6'.padEnd(64, '0'),
    size_bytes: 1_572_864,
    origin: 'trained',
    trained_at: '2026-11-22T21:00:00Z',
    metrics: {
      rows: { train: 80_000, calibration: 10_000, test: 12_000 },
      test: { mae: 3.4, rmse: 4.9, coverage: 0.803, baseline_mae: 6.1 },
    },
    registered_at: '2026-11-22T21:05:00Z',
    registered_by: 'admin',
    role: null,
    ...changes,
  };
}

export function release(version: string | null, changes: object = {}) {
  return {
    role: 'champion',
    model_version: version,
    effective_from: '2026-11-22T21:06:00Z',
    announced_at: '2026-11-22T21:05:59Z',
    announced_by: 'admin',
    reason: 'promoted',
    ...changes,
  };
}

/** A champion, a challenger, and the model that came with the platform. */
export function modelVersions(champion = 'm-2', challenger: string | null = 'm-3') {
  const role = (version: string) =>
    version === champion ? 'champion' : version === challenger ? 'challenger' : null;
  return {
    champion,
    challenger,
    items: [
      modelVersion('m-3', { role: role('m-3') }),
      modelVersion('m-2', { role: role('m-2') }),
      modelVersion('m-1', { role: role('m-1'), origin: 'bundled', registered_by: 'webapi' }),
    ],
    releases: [
      release(champion),
      release('m-1', { effective_from: null, announced_at: iso(0), reason: 'first' }),
    ],
  };
}
