/** How long to wait before the n-th attempt, in milliseconds: quick at first, never slower than ten seconds, never all pages at once. */
export const backoff = (attempt: number, random = Math.random()): number =>
  Math.min(10_000, 500 * 2 ** Math.min(attempt, 8)) * (0.75 + random / 2);

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
