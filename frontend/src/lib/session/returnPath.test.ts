import { describe, expect, it } from 'vitest';
import { returnPath, signInPath } from './returnPath';

describe('returnPath', () => {
  it.each(['/pipeline?city=3', '/', '/orders/5#trace'])('goes back to %s', (path) => {
    expect(returnPath(path)).toBe(path);
  });

  it.each([
    null,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/sign-in?link=x',
    'pipeline',
  ])('does not follow %s', (path) => {
    expect(returnPath(path)).toBe('/');
  });

  it('survives the way through the address', () => {
    const address = new URL(signInPath('/pipeline?city=3'), 'http://page');
    expect(returnPath(address.searchParams.get('return'))).toBe('/pipeline?city=3');
  });
});
