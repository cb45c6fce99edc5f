import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { etaPredictionsChannel, type LiveRow, type OrderPrediction } from '@/lib/live';
import { modelHealth } from '@/testing/modelHealth';
import { modelVersions, release } from '@/testing/models';
import { user } from '@/testing/platform/answers';
import { prediction } from '@/testing/predictions';
import { renderSite } from '@/testing/renderSite';
import { problemResponse, server } from '@/testing/server';

const VERSIONS = '*/api/v1/model/versions';
const HEALTH = '*/api/v1/model/health';

/** As the live feed would put them into the cache. */
function predictionsBy(versions: readonly string[], from: number): LiveRow<OrderPrediction>[] {
  return versions.map((model_version, index) => ({
    key: `${String(index)}/placed`,
    version: 1,
    row: etaPredictionsChannel.schema.parse({
      order_id: index,
      city_id: 1,
      ...prediction(from, { model_version }),
    }),
    changes: 1,
  }));
}

const rowOf = async (version: string) => {
  const rows = await screen.findAllByTestId('version-row');
  const row = rows.find(({ dataset }) => dataset.version === version);
  if (row === undefined) throw new Error(`There is no row of ${version}.`);
  return row;
};

describe('Model', () => {
  it('tells each version with its role, origin and metrics', async () => {
    server.use(http.get(VERSIONS, () => HttpResponse.json(modelVersions())));
    renderSite('/model');
    const champion = await rowOf('m-2');
    expect(champion).toHaveTextContent('Champion');
    expect(champion).toHaveTextContent('3.4 minRMSE 4.9 min');
    expect(champion).toHaveTextContent('44%baseline 6.1 min');
    expect(champion).toHaveTextContent('80%');
    expect(within(champion).queryByRole('button')).toBeNull();
    expect(await rowOf('m-3')).toHaveTextContent('Challenger');
    expect(await rowOf('m-1')).toHaveTextContent('Bundledby webapi');
    expect(screen.getByTestId('model-releases')).toHaveTextContent('First m-1');
  });

  it('promotes after confirmation and follows until it is live', async () => {
    let asked: unknown = null;
    let champion = 'm-2';
    const from = Date.now();
    server.use(
      http.get(VERSIONS, () => HttpResponse.json(modelVersions(champion, null))),
      http.post('*/api/v1/model/m-3/promote', async ({ request }) => {
        asked = await request.json();
        champion = 'm-3';
        const told = release('m-3', { effective_from: new Date(from).toISOString() });
        return HttpResponse.json({ release: told, announced: true });
      }),
    );
    const { client } = renderSite('/model');
    await rowOf('m-3');
    await userEvent.click(screen.getByRole('button', { name: 'Promote m-3' }));
    const dialog = await screen.findByRole('dialog', { name: 'Promote m-3?' });
    expect(dialog).toHaveTextContent('It answers instead of m-2');
    expect(asked).toBeNull();
    await userEvent.click(within(dialog).getByRole('button', { name: 'Promote' }));
    const notice = await screen.findByTestId('released-notice');
    expect(asked).toEqual({ role: 'champion' });
    expect(notice).toHaveTextContent('waiting for its first prediction');
    await waitFor(async () => {
      expect(await rowOf('m-3')).toHaveAttribute('data-role', 'champion');
    });
    act(() => {
      client.setQueryData(
        ['live', 'rows', 'eta_predictions'],
        predictionsBy(['m-2', 'm-3'], from + 1_000),
      );
    });
    await waitFor(() => {
      expect(screen.getByTestId('released-notice')).toHaveTextContent('m-3 is live');
    });
    const answering = screen.getAllByTestId('answering-row');
    expect(answering.map(({ dataset }) => dataset.version)).toEqual(['m-2', 'm-3']);
    expect(answering[1]).toHaveTextContent('Live');
  });

  it('rolls back, and keeps the question open with the reason when refused', async () => {
    server.use(
      http.get(VERSIONS, () => HttpResponse.json(modelVersions())),
      http.post('*/api/v1/model/rollback', () =>
        problemResponse(409, 'There is no former champion'),
      ),
    );
    renderSite('/model');
    await rowOf('m-2');
    await userEvent.click(screen.getByRole('button', { name: 'Roll back' }));
    const dialog = await screen.findByRole('dialog', { name: 'Roll back?' });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Roll back' }));
    expect(await within(dialog).findByText('There is no former champion')).toBeVisible();
  });

  it('lets a viewer look, and says who may do more', async () => {
    server.use(
      http.get('*/api/v1/auth/me', () => HttpResponse.json({ ...user, role: 'viewer' })),
      http.get(VERSIONS, () => HttpResponse.json(modelVersions())),
    );
    renderSite('/model');
    expect(await rowOf('m-3')).toBeVisible();
    expect(screen.getByText('Promoting and rolling back is for admins')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Promote|Roll back|Challenge/ })).toBeNull();
  });

  it('says that the baseline answers while there is no model', async () => {
    renderSite('/model');
    expect(await screen.findByText('No model is registered')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Roll back' })).toBeDisabled();
    expect(screen.getByText('No prediction has arrived yet')).toBeVisible();
  });

  it('names the store that is down', async () => {
    server.use(http.get(VERSIONS, () => problemResponse(503, 'It refuses.', 'postgres')));
    renderSite('/model');
    const panel = await screen.findByTestId('model-versions');
    expect(await within(panel).findByText('postgres is down')).toBeVisible();
  });

  it('compares champion, challenger and baseline by what happened', async () => {
    server.use(
      http.get(VERSIONS, () => HttpResponse.json(modelVersions())),
      http.get(HEALTH, () => HttpResponse.json(modelHealth())),
    );
    renderSite('/model');
    await rowOf('m-2');
    const rows = await screen.findAllByTestId('compared-row');
    expect(rows.map((row) => row.textContent)).toEqual([
      'm-2Champion3.6 min−0.2 min79%120',
      'm-3Challenger3.1 min−0.2 min79%120',
      'BaselineBaseline6.2 min––2,400',
    ]);
    const [placed, assigned] = screen.getAllByTestId('expectation-row');
    expect(placed).toHaveTextContent('5.0 minexpected 3.4 minWorse');
    expect(assigned).toHaveTextContent('Too little known');
  });

  it('puts the feature that moved first, with its distances and since when', async () => {
    server.use(http.get(HEALTH, () => HttpResponse.json(modelHealth())));
    renderSite('/model');
    const rows = await screen.findAllByTestId('drift-row');
    expect(rows.map(({ dataset }) => dataset.status)).toEqual(['alarm', 'ok', 'unknown']);
    expect(rows[0]).toHaveTextContent('distance_km');
    expect(rows[0]).toHaveTextContent('Moved0.4120.55023 Nov 2026, 11:30');
    expect(rows[2]).toHaveTextContent('Not judged');
  });

  it('says why there is neither comparison nor drift', async () => {
    renderSite('/model');
    expect(await screen.findByText(/Without a champion there is no training/)).toBeVisible();
    expect(screen.getByText('No outcome to compare by')).toBeVisible();
  });

  it('keeps the versions while their health cannot be asked', async () => {
    server.use(
      http.get(VERSIONS, () => HttpResponse.json(modelVersions())),
      http.get(HEALTH, () => problemResponse(503, 'It refuses.', 'postgres')),
    );
    renderSite('/model');
    const panel = await screen.findByTestId('model-drift');
    expect(await within(panel).findByText('postgres is down')).toBeVisible();
    expect(await rowOf('m-2')).toBeVisible();
  });
});
