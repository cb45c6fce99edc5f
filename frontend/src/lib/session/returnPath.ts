/**
 * Where to go after sign-in. Only a path of this site is accepted: an address that came by mail
 * must not send a freshly signed-in user elsewhere.
 */
export function returnPath(wanted: string | null): string {
  if (wanted === null || !wanted.startsWith('/') || /^\/[/\\]/.test(wanted)) return '/';
  try {
    const url = new URL(wanted, 'http://page.invalid');
    if (url.host !== 'page.invalid' || url.pathname === '/sign-in') return '/';
    return url.pathname + url.search + url.hash;
  } catch {
    return '/';
  }
}

/** The sign-in page's address that leads back to `path`. */
export function signInPath(path: string): string {
  return path === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(path)}`;
}
