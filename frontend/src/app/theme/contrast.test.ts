import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Colour = readonly [number, number, number];

const tokens = readFileSync('src/app/theme/tokens.css', 'utf8');
const STATUSES = ['placed', 'accepted', 'assigned', 'ready', 'picked-up', 'delivered', 'cancelled'];

function theme(scheme: string): (token: string) => string {
  const block = tokens.split(`color-scheme='${scheme}'] {`)[1]?.split('}')[0] ?? '';
  const values = new Map(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name, value]) => [name, value ?? '']),
  );
  return (token) => values.get(token) ?? '';
}

function hex(text: string): Colour {
  const part = (from: number) => parseInt(text.slice(from, from + 2), 16);
  return [part(1), part(3), part(5)];
}

function mix(above: Colour, below: Colour, share: number): Colour {
  const one = (i: 0 | 1 | 2) => above[i] * share + below[i] * (1 - share);
  return [one(0), one(1), one(2)];
}

/** WCAG 2.2, relative luminance and contrast ratio. */
function contrast(a: Colour, b: Colour): number {
  const luminance = (colour: Colour) => {
    const [r, g, blue] = colour.map((v) =>
      v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (blue ?? 0);
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

describe.each(['light', 'dark'])('in %s', (scheme) => {
  const token = theme(scheme);
  const panel = hex(token('panel'));

  it.each(STATUSES)('keeps the word %s readable on its chip', (status) => {
    const tone = hex(token(`status-${status}`));
    expect(contrast(tone, mix(tone, panel, 0.13))).toBeGreaterThan(4.5);
  });

  it.each(['good', 'warn', 'bad', 'info', 'text-muted'])(
    'keeps a word of tone %s readable on its colour',
    (name) => {
      const tone = hex(token(name));
      expect(contrast(tone, mix(tone, panel, 0.13))).toBeGreaterThan(4.5);
    },
  );

  it.each(['text', 'text-muted', 'good', 'bad'])(
    'keeps %s readable while a row flashes',
    (name) => {
      const [, r, g, b, percent] = /rgb\((\d+) (\d+) (\d+) \/ (\d+)%\)/.exec(token('flash')) ?? [];
      const flash: Colour = [Number(r), Number(g), Number(b)];
      for (const below of [panel, hex(token('panel-raised'))]) {
        expect(
          contrast(hex(token(name)), mix(flash, below, Number(percent) / 100)),
        ).toBeGreaterThan(4.5);
      }
    },
  );
});
