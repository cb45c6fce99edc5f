import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { SignInPage } from '@/features/sign-in';
import { NotFound } from './NotFound';
import { detailPages, pages } from './pages';
import { RequireSession } from './RequireSession';
import { RouteError } from './RouteError';
import { Shell } from './shell/Shell';

/** The site's addresses. Pages behind sign-in are loaded when they are first opened. */
export const routes: RouteObject[] = [
  { path: '/sign-in', element: <SignInPage />, errorElement: <RouteError /> },
  {
    element: (
      <RequireSession>
        <Shell />
      </RequireSession>
    ),
    errorElement: <RouteError />,
    children: [
      ...[...pages, ...detailPages].map(({ path, load }) => ({
        path,
        errorElement: <RouteError />,
        // Not the router's own lazy: it would load a page for somebody who has yet to sign in.
        Component: lazy(async () => ({ default: await load() })),
      })),
      { path: '*', element: <NotFound /> },
    ],
  },
];
