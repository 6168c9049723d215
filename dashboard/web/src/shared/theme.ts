import { effect, signal } from '@preact/signals';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'eventops.theme';
const asked = new URLSearchParams(location.search).get('theme') ?? localStorage.getItem(key);

export const theme = signal<Theme>(themes.find((known) => known === asked) ?? 'auto');

/** Whether the page is dark now, so that what is drawn on a canvas can follow. */
export const dark = signal(false);

const system = matchMedia('(prefers-color-scheme: dark)');
const follow = () => (dark.value = theme.value === 'dark' || (theme.value === 'auto' && system.matches));
system.addEventListener('change', follow);

effect(() => {
  follow();
  document.documentElement.dataset.theme = dark.value ? 'dark' : 'light';
});

export function choose(chosen: Theme): void {
  theme.value = chosen;
  localStorage.setItem(key, chosen);
}
