import { ApiError } from '@/lib/api';

/** What to tell somebody whose sign-in failed. */
export function signInFailure(error: Error, by: 'password' | 'link'): string {
  if (!(error instanceof ApiError)) return 'Sign-in failed for an unknown reason. Try again.';
  if (error.kind === 'unreachable') return `${error.message} Check the connection and try again.`;
  if (error.kind === 'unavailable') return `Sign-in is not possible right now: ${error.message}`;
  if (error.status === 429) return 'Too many attempts. Wait a minute and try again.';
  if (by === 'link') {
    return 'This sign-in link is used up or has expired. Ask for a new one, or use your password.';
  }
  if (error.kind === 'unauthenticated') return 'The user name or the password is wrong.';
  return error.message;
}
