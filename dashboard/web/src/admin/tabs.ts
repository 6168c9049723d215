import { signal } from '@preact/signals';
import { mayEverywhere } from '../shared/access';
import { mayHere } from '../shared/mission';

export const tabs = ['accounts', 'devices', 'links', 'audit', 'privacy'] as const;
export type Tab = (typeof tabs)[number];

const allowed: Record<Tab, () => boolean> = {
  accounts: () => mayEverywhere('accounts'),
  devices: () => mayHere('devices'),
  links: () => mayHere('links'),
  audit: () => mayHere('audit') || mayEverywhere('audit'),
  privacy: () => mayHere('privacy'),
};

/** The parts of the administration that one may use, in their order. */
export const openTabs = (): Tab[] => tabs.filter((tab) => allowed[tab]());

const wanted = signal(location.hash.slice(1));
window.addEventListener('hashchange', () => (wanted.value = location.hash.slice(1)));

/** The part that is open: the one of the address, or the first that one may use. */
export function openTab(): Tab | null {
  const mine = openTabs();
  return mine.find((tab) => tab === wanted.value) ?? mine[0] ?? null;
}
