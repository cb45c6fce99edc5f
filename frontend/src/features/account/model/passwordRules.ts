export const MIN_PASSWORD_LENGTH = 12;

/** What is wrong with a new password, null when nothing is. */
export function newPasswordProblem(next: string, repeated: string): string | null {
  if (next.length < MIN_PASSWORD_LENGTH) {
    return `At least ${String(MIN_PASSWORD_LENGTH)} characters, ${String(next.length)} so far.`;
  }
  if (next !== repeated) return 'The two entries differ.';
  return null;
}
