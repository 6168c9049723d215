/**
 * Where to go after signing in: a page of ours, or the first one. Anything that a browser could read as another site's address is not
 * followed, so that a link to the sign-in page cannot lead away.
 */
export function nextPage(asked: string | null, origin: string): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, origin)) return '/';
  const to = new URL(asked, origin);
  if (to.origin !== origin || to.pathname.startsWith('/signin')) return '/';
  return to.pathname + to.search;
}
