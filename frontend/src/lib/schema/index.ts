import { config, z } from 'zod';

// zod compiles validators with `new Function` where it may, and finds out by trying: under our
// Content-Security-Policy the attempt itself is reported as a violation. Everything therefore
// imports zod from here (enforced by lint).
config({ jitless: true });

export { z };

/** An ISO-8601 instant, as milliseconds since the epoch. */
export const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
