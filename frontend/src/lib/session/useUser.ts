import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery, type User } from './session';

/** The signed-in user, inside RequireSession only. */
export function useUser(): User {
  const { data } = useSuspenseQuery(sessionQuery);
  if (data === null) throw new Error('useUser is for pages behind sign-in.');
  return data;
}
