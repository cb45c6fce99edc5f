import type { QueryClient } from '@tanstack/react-query';
import { signIn, type User } from '@/lib/session';

const started = new Map<string, Promise<User>>();

/**
 * Redeems a one-time link. A link works once, so a second call with the same token (React mounts
 * twice in development) gets the first call's outcome.
 */
export function redeemLink(client: QueryClient, token: string): Promise<User> {
  let redeemed = started.get(token);
  if (redeemed === undefined) {
    redeemed = signIn(client, { link_token: token });
    started.set(token, redeemed);
  }
  return redeemed;
}
