import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatClock,
  formatCount,
  formatDateTime,
  formatMillis,
  formatMinutes,
  formatMoney,
  formatRate,
  formatSigned,
  formatSpan,
  formatTime,
} from '.';

describe('numbers', () => {
  it.each([
    [2.34, '+2.3'],
    [-0.26, '−0.3'],
    [0, '0.0'],
    [0.04, '0.0'],
    [-0.04, '0.0'],
    [1234.5, '+1,235'],
    [null, '–'],
  ])('signs %s as %s', (value, text) => {
    expect(formatSigned(value)).toBe(text);
  });

  it('gives minutes a decimal and their unit', () => {
    expect(formatMinutes(3.44)).toBe('3.4 min');
    expect(formatMinutes(null)).toBe('–');
  });

  it('gives the dinar its three decimals', () => {
    expect(formatMoney(1234.5, 'TND')).toBe('1,234.500 TND');
    expect(formatMoney(null, 'TND')).toBe('–');
  });

  it('never shows an absent value as zero', () => {
    expect([
      formatCount(null),
      formatRate(undefined),
      formatMillis(null),
      formatBytes(null),
    ]).toEqual(['–', '–', '–', '–']);
  });

  it.each([
    [0.04, '0.0'],
    [12.34, '12.3'],
    [1234.5, '1,235'],
  ])('rounds the rate %f', (value, text) => {
    expect(formatRate(value)).toBe(text);
  });

  it.each([
    [0.66, '0.7 ms'],
    [12.6, '13 ms'],
    [1_240, '1.2 s'],
    [61_000, '61 s'],
  ])('reads %f ms', (value, text) => {
    expect(formatMillis(value)).toBe(text);
  });

  it.each([
    [512, '512 B'],
    [4_112, '4 KiB'],
    [1_258_291, '1.2 MiB'],
  ])('reads %i bytes', (value, text) => {
    expect(formatBytes(value)).toBe(text);
  });
});

describe('times', () => {
  const at = Date.UTC(2026, 10, 22, 23, 5, 9);

  it("uses the city's zone", () => {
    expect(formatTime(at, 'Africa/Tunis')).toBe('00:05');
    expect(formatClock(at, 'UTC')).toBe('23:05:09');
    expect(formatDateTime(at, 'Africa/Tunis')).toBe('23 Nov 2026, 00:05');
  });

  it.each([
    [-5_000, '0 s'],
    [59_999, '59 s'],
    [425_000, '7:05'],
    [3_840_000, '1 h 04'],
    [266_400_000, '3 d 2 h'],
  ])('reads a span of %i ms', (span, text) => {
    expect(formatSpan(span)).toBe(text);
  });
});
