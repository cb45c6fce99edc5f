const performance = (key: string, changes: object = {}) => ({
  key,
  count: 120,
  mae_minutes: 3.6,
  bias_minutes: -0.2,
  coverage: 0.79,
  baseline_mae_minutes: 6.2,
  ...changes,
});

const expectation = (stage: string, changes: object = {}) => ({
  stage,
  count: 0,
  mae_minutes: null,
  expected_mae_minutes: 3.4,
  mae_status: null,
  coverage: null,
  expected_coverage: 0.8,
  coverage_status: null,
  ...changes,
});

const drift = (name: string, changes: object = {}) => ({
  name,
  description: `What ${name} means`,
  psi: 0.01,
  ks: 0.02,
  count: 700,
  status: 'ok',
  since: null,
  ...changes,
});

/** A champion whose distances have moved since half past ten. */
export function modelHealth(changes: object = {}) {
  return {
    champion: 'm-2',
    status: 'alarm',
    from: '2026-11-23T06:00:00Z',
    to: '2026-11-23T12:00:00Z',
    total: performance('all', { count: 2_400 }),
    by_window: [performance('2026-11-23T11:50:00Z'), performance('2026-11-23T11:55:00Z')],
    by_city: [performance('1'), performance('2', { mae_minutes: 5.1 })],
    by_stage: [performance('placed')],
    by_version: [performance('m-2'), performance('m-3', { mae_minutes: 3.1 })],
    by_hour: [performance('11'), performance('12')],
    by_weather: [performance('rain', { mae_minutes: 4.4 })],
    expectations: [
      expectation('placed', {
        count: 900,
        mae_minutes: 5,
        mae_status: 'warning',
        coverage: 0.79,
        coverage_status: 'ok',
      }),
      expectation('assigned'),
      expectation('picked_up'),
    ],
    drift: {
      from: '2026-11-23T10:00:00Z',
      to: '2026-11-23T12:00:00Z',
      vectors: 8_400,
      features: [
        drift('item_count'),
        drift('hour', { status: null }),
        drift('distance_km', {
          psi: 0.412,
          ks: 0.55,
          status: 'alarm',
          since: '2026-11-23T10:30:00Z',
        }),
      ],
      unavailable: null,
    },
    as_of: new Date().toISOString(),
    ...changes,
  };
}

/** Nothing was delivered, and the baseline answers. */
export const unknownHealth = () =>
  modelHealth({
    champion: null,
    status: null,
    total: null,
    by_window: [],
    by_city: [],
    by_stage: [],
    by_version: [],
    by_hour: [],
    by_weather: [],
    expectations: [],
    drift: null,
  });
