import { signal } from '@preact/signals';
import { become, me, recheck } from '../shared/access';
import { Failure } from '../shared/api';

/** The link that this page was opened with, until it has been changed for a credential; null when there is none. */
export const link = signal<{ code: string; failure: Failure | null } | null>(null);

/** Opens a session with the code of a link. The page begins with it: whoever it was before does not matter. */
export async function openLink(code: string): Promise<boolean> {
  const shown = me.value !== null;
  link.value = { code, failure: null };
  try {
    await become('link', { code });
    // a page that was already open shows somebody else's session
    if (shown) location.replace(location.pathname);
    else link.value = null;
    return !shown;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    link.value = { code, failure: error };
    void recheck();
    return false;
  }
}

/** The code in what stands after the # of the address, or null. */
export const linkIn = (fragment: string): string | null => new URLSearchParams(fragment).get('link');
