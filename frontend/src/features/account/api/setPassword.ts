import { postForNothing } from '@/lib/api';

/** @param current the password in force, null where none is set. @throws {ApiError} */
export function setPassword(current: string | null, next: string): Promise<void> {
  return postForNothing('/auth/password', { current_password: current, new_password: next });
}
