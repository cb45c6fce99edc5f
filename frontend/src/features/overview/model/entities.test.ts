import { describe, expect, it } from 'vitest';
import type { Courier } from '../api/couriers';
import type { RestaurantSentiment } from '../api/sentiment';
import { courierAbout, courierDetail } from './entityStates';
import { negativeFirst, scoreText, scoreTone } from './sentimentTexts';

const courier = (over: Partial<Courier>): Courier => ({
  id: 7,
  name: 'Amira Ben Salah',
  cityName: 'Sfax',
  vehicle: 'scooter',
  status: 'idle',
  deliveriesToday: 3,
  speedKmh: 18,
  load: 0,
  onTimeRate: 0.9,
  idleMinutes: null,
  ...over,
});

const sentiment = (over: Partial<RestaurantSentiment>): RestaurantSentiment => ({
  restaurantId: 1,
  cityId: 1,
  name: 'Dar Zarrouk',
  reviews: 4,
  score: 0.5,
  negativeShare: 0,
  topWords: [],
  ...over,
});

describe('a courier', () => {
  it('is told by vehicle, and by city where all are shown', () => {
    expect(courierAbout(courier({}), true)).toBe('Scooter, Sfax');
    expect(courierAbout(courier({}), false)).toBe('Scooter');
    expect(courierAbout(courier({ vehicle: null, cityName: null }), true)).toBe('');
  });

  it('has orders, or a time without, or nothing to tell', () => {
    expect(courierDetail(courier({ load: 1, idleMinutes: 3 }))).toBe('1 order');
    expect(courierDetail(courier({ load: 2 }))).toBe('2 orders');
    expect(courierDetail(courier({ idleMinutes: 12.4 }))).toBe('12 min');
    expect(courierDetail(courier({ load: null }))).toBeNull();
  });
});

describe('a score', () => {
  it('carries its sign, and none where it rounds to zero or is absent', () => {
    expect([-0.424, 0.3, -0.001, null].map(scoreText)).toEqual(['−0.42', '+0.30', '0.00', '–']);
  });

  it('is bad below, good above, neither near zero or without text', () => {
    const tones = [-0.05, 0.05, 0.04, null].map((score) => scoreTone(sentiment({ score })));
    expect(tones).toEqual(['bad', 'good', 'muted', 'muted']);
  });
});

describe('negativeFirst', () => {
  it('brings negative ones up and keeps the order otherwise', () => {
    const rows = [0.2, null, -0.1, 0.1, -0.6].map((score, restaurantId) =>
      sentiment({ restaurantId, score }),
    );
    expect(negativeFirst(rows).map(({ restaurantId }) => restaurantId)).toEqual([2, 4, 0, 1, 3]);
  });
});
