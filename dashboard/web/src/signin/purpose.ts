/** What somebody comes to the sign-in page for, by what stands after the # of its address. */
export type Purpose =
  | { kind: 'sign-in' }
  | { kind: 'password' }
  | { kind: 'set-up'; code: string }
  | { kind: 'reset'; code: string };

export function purposeOf(fragment: string): Purpose {
  if (fragment === 'password') return { kind: 'password' };
  const said = new URLSearchParams(fragment);
  const setUp = said.get('setup');
  if (setUp) return { kind: 'set-up', code: setUp };
  const reset = said.get('reset');
  return reset ? { kind: 'reset', code: reset } : { kind: 'sign-in' };
}
