/**
 * Calls `read` with what stands after the # of the address, now and whenever another link is opened in this window, and takes it out of the
 * address: codes that stand there are for one use, and an address is seen over the shoulder, copied and kept in the history.
 */
export function takeFragment(read: (fragment: string) => void): void {
  const take = () => {
    const fragment = location.hash.slice(1);
    if (fragment !== '') history.replaceState(history.state, '', location.pathname + location.search);
    read(fragment);
  };
  take();
  window.addEventListener('hashchange', () => {
    if (location.hash !== '') take();
  });
}
