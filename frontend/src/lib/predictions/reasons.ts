const KNOWN: ReadonlyMap<string, string> = new Map([
  ['below_bounds', 'clipped to the shortest time that is allowed'],
  ['above_bounds', 'clipped to the longest time that is allowed'],
  ['not_finite', 'the model gave no number'],
  ['no_model', 'no model is loaded'],
]);

/** Why a prediction is degraded or capped; a code that is new here is told in its own words. */
export function reasonText(code: string): string {
  return KNOWN.get(code) ?? code.replaceAll('_', ' ');
}
