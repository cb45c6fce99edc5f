import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { describe, expect, it } from 'vitest';
import { user } from '@/testing/platform/answers';
import { renderSite } from '@/testing/renderSite';
import { problemResponse, server } from '@/testing/server';

interface Login {
  username?: string;
  password?: string;
  link_token?: string;
}

/** A webapi that knows one password and one link, and counts what it is asked. */
function signedOutPlatform() {
  const logins: Login[] = [];
  let session = false;
  server.use(
    http.get('*/api/v1/auth/me', () =>
      session ? HttpResponse.json(user) : problemResponse(401, 'Sign in first.'),
    ),
    http.post('*/api/v1/auth/login', async ({ request }) => {
      const login = (await request.json()) as Login;
      logins.push(login);
      const right = login.password === 'correct-horse' || login.link_token === 'good-link';
      if (!right) return problemResponse(401, 'Wrong.');
      session = true;
      return HttpResponse.json(user);
    }),
    http.post('*/api/v1/auth/logout', () => {
      session = false;
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return { logins };
}

async function signInWith(password: string) {
  await userEvent.type(await screen.findByLabelText('User name'), 'admin');
  await userEvent.type(screen.getByLabelText('Password'), password);
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
}

describe('sign-in', () => {
  it('leads back to where the user was going', async () => {
    const { logins } = signedOutPlatform();
    const { router } = renderSite('/pipeline?city=3');
    await signInWith('correct-horse');
    expect(await screen.findByTestId('pipeline-flow')).toBeVisible();
    expect(router.state.location.pathname + router.state.location.search).toBe('/pipeline?city=3');
    expect(logins).toEqual([{ username: 'admin', password: 'correct-horse' }]);
  });

  it('says that user name or password is wrong, and empties the password', async () => {
    signedOutPlatform();
    renderSite('/sign-in');
    await signInWith('guess');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'user name or the password is wrong',
    );
    expect(screen.getByLabelText('Password')).toHaveValue('');
  });

  it('tells a server that is down from a wrong password', async () => {
    signedOutPlatform();
    server.use(
      http.post('*/api/v1/auth/login', () =>
        problemResponse(503, 'PostgreSQL does not answer.', 'postgres'),
      ),
    );
    renderSite('/sign-in');
    await signInWith('correct-horse');
    expect(await screen.findByRole('alert')).toHaveTextContent('PostgreSQL does not answer.');
  });

  it('redeems a link once and takes it out of the address', async () => {
    const { logins } = signedOutPlatform();
    const { router } = renderSite('/sign-in?link=good-link&return=%2Fpipeline');
    await waitFor(() => {
      expect(router.state.location.search).not.toContain('good-link');
    });
    expect(await screen.findByTestId('pipeline-flow')).toBeVisible();
    expect(logins).toEqual([{ link_token: 'good-link' }]);
  });

  it('offers the password when the link is used up', async () => {
    signedOutPlatform();
    const { router } = renderSite('/sign-in?link=used-link');
    expect(await screen.findByRole('alert')).toHaveTextContent('used up or has expired');
    expect(screen.getByTestId('sign-in-form')).toBeVisible();
    expect(router.state.location.search).toBe('');
  });

  it('follows a 401 to any request back to sign-in, with the way back', async () => {
    server.use(http.get('*/api/v1/pipeline', () => problemResponse(401, 'Expired.')));
    const { router } = renderSite('/pipeline?city=2');
    expect(await screen.findByTestId('sign-in-form')).toBeVisible();
    expect(router.state.location.search).toBe('?return=%2Fpipeline%3Fcity%3D2');
  });

  it('signs out', async () => {
    signedOutPlatform();
    renderSite('/pipeline');
    await signInWith('correct-horse');
    await userEvent.click(await screen.findByTestId('user-menu'));
    await userEvent.click(await screen.findByText('Sign out'));
    expect(await screen.findByTestId('sign-in-form')).toBeVisible();
  });
});
