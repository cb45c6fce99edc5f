import { describe, expect, it } from 'vitest';
import { reconnectDelay } from './backoff';
import { socketUrl } from './clientConfig';
import { ClockOffset } from './clockOffset';
import { LatencyHistogram } from './latencyHistogram';

describe('ClockOffset', () => {
  it('keeps zero while messages merely take their time', () => {
    const offset = new ClockOffset();
    offset.observeMessage(1_000, 1_012);
    offset.observeMessage(2_000, 2_003);
    expect(offset.millis).toBe(0);
  });

  it('follows a message that arrives before it was sent', () => {
    const offset = new ClockOffset();
    offset.observeMessage(61_000, 1_004);
    offset.observeMessage(62_000, 2_050);
    expect(offset.millis).toBe(59_996);
  });

  it('follows a browser that is ahead', () => {
    const offset = new ClockOffset();
    offset.observeMessage(1_000, 31_004);
    expect(offset.millis).toBe(-30_004);
  });

  it('does not take a slow message for a wrong clock when an answer bounds it', () => {
    const offset = new ClockOffset();
    offset.observeMessage(1_000, 9_000);
    offset.observeHttpDate(9_000, 9_500);
    expect(offset.millis).toBe(0);
  });

  it('forgets bounds that are two windows old', () => {
    const offset = new ClockOffset();
    offset.observeMessage(161_000, 101_000);
    offset.observeMessage(170_000, 169_999);
    offset.observeMessage(240_000, 240_001);
    expect(offset.millis).toBeLessThanOrEqual(1);
  });
});

describe('LatencyHistogram', () => {
  it('has nothing to say before the first value', () => {
    expect(new LatencyHistogram().summary(0)).toEqual({
      count: 0,
      p50: null,
      p99: null,
      max: null,
    });
  });

  it('is within its buckets of the true quantiles', () => {
    const histogram = new LatencyHistogram();
    for (let value = 1; value <= 1_000; value += 1) histogram.record(value, 5_000);
    const { count, p50, p99, max } = histogram.summary(5_000);
    expect(count).toBe(1_000);
    expect(p50).toBeGreaterThan(490);
    expect(p50).toBeLessThan(510);
    expect(p99).toBeGreaterThan(970);
    expect(p99).toBeLessThan(1_001);
    expect(max).toBe(1_000);
  });

  it('forgets after a minute', () => {
    const histogram = new LatencyHistogram();
    histogram.record(900, 5_000);
    histogram.record(20, 62_000);
    expect(histogram.summary(62_000)).toMatchObject({ count: 1, max: 20 });
    expect(histogram.summary(200_000).count).toBe(0);
  });
});

describe('reconnectDelay', () => {
  it('doubles to a ceiling and spreads', () => {
    expect(reconnectDelay(1, 0)).toBe(125);
    expect(reconnectDelay(1, 1)).toBe(500);
    expect(reconnectDelay(4, 1)).toBe(4_000);
    expect(reconnectDelay(50, 1)).toBe(15_000);
  });
});

describe('socketUrl', () => {
  const config = { notifier_url: null, notifier_port: 8090, notifier_path: '/ws', version: '1' };

  it("uses the page's host with the notifier's port", () => {
    const page = new URL('http://ops.example:8080/pipeline?city=1');
    expect(socketUrl(config, page, false)).toBe('ws://ops.example:8090/ws');
  });

  it('stays encrypted on an encrypted page', () => {
    const page = new URL('https://ops.example/');
    expect(socketUrl(config, page, false)).toBe('wss://ops.example:8090/ws');
  });

  it('takes a configured address, with or without a path', () => {
    const page = new URL('http://ops.example/');
    const named = (notifier_url: string) => socketUrl({ ...config, notifier_url }, page, false);
    expect(named('https://live.example')).toBe('wss://live.example/ws');
    expect(named('ws://live.example:9/feed')).toBe('ws://live.example:9/feed');
  });

  it('goes through the development server', () => {
    expect(socketUrl(config, new URL('http://localhost:5173/'), true)).toBe(
      'ws://localhost:5173/ws',
    );
  });
});
