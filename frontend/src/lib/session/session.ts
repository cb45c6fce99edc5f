import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ApiError, get, post, postForNothing } from '@/lib/api';
import { instant, z } from '@/lib/schema';

export const userSchema = z.object({
  username: z.string(),
  role: z.enum(['viewer', 'operator', 'admin']),
  cities: z.array(z.number().int()),
  has_password: z.boolean(),
  expires_at: instant.nullable(),
});

/** Who is signed in; `cities` empty means all of them. */
export type User = z.infer<typeof userSchema>;

async function whoAmI(signal: AbortSignal): Promise<User | null> {
  try {
    return await get('/auth/me', userSchema, {}, signal);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'unauthenticated') return null;
    throw error;
  }
}

/** The session: a user, or null when nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => whoAmI(signal),
  staleTime: 5 * 60_000,
  refetchOnWindowFocus: true,
});

export type Credentials = { username: string; password: string } | { link_token: string };

/** Signs in and puts the user into the cache. @throws {ApiError} */
export async function signIn(client: QueryClient, credentials: Credentials): Promise<User> {
  const user = await post('/auth/login', credentials, userSchema);
  client.setQueryData(sessionQuery.queryKey, user);
  return user;
}

/** Forgets everything that belonged to the session, so that the next user starts from nothing. */
export function endSession(client: QueryClient): void {
  client.setQueryData(sessionQuery.queryKey, null);
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionQuery.queryKey[0] });
}

/** Signs out at the server, then here. @throws {ApiError} when the server did not hear it */
export async function signOut(client: QueryClient): Promise<void> {
  await postForNothing('/auth/logout', {});
  endSession(client);
}
