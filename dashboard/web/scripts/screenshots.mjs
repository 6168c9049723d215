// Takes the pictures of the README from a running server: node scripts/screenshots.mjs [http://localhost:5080] [folder]
// The server has to be one of the demonstration: the pictures are taken as its accounts. One badge is scanned that is picked by name, as a person
// at a door would, so that the floor page shows a decision.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const base = (process.argv[2] ?? 'http://localhost:5080').replace(/\/$/, '');
const folder = process.argv[3] ?? fileURLToPath(new URL('../../../docs/images', import.meta.url));
mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});

/** A page of ours as one of the demonstration's accounts: what it asks, it asks as that account. */
async function as(role, { width, height, dark = false, scale = 1 }) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-CA',
    reducedMotion: 'reduce',
  });
  const opened = await context.newPage();
  await opened.goto(`${base}/signin/`);
  await opened.evaluate(async (wanted) => {
    const { demonstration } = await (await fetch('/api/access/me')).json();
    const account = demonstration?.find((one) => one.role === wanted);
    if (!account) throw new Error(`There is no account of the demonstration for ${wanted}`);
    const answer = await fetch('/api/access/sign-in', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: account.name, password: account.password }),
    });
    if (!answer.ok) throw new Error(`Signing in answered ${answer.status}`);
  }, role);
  return opened;
}

const office = await as('administrator', { width: 800, height: 600 });

const get = (path) =>
  office.evaluate(async (asked) => {
    const response = await fetch(asked);
    if (!response.ok) throw new Error(`${asked} answered ${response.status}`);
    return response.json();
  }, path);

async function page(path, { role, ...look }) {
  const opened = await as(role, look);
  await opened.goto(base + path);
  await opened.waitForSelector('html[data-live=ready]');
  await opened.evaluate(() => document.fonts.ready);
  return opened;
}

async function take(opened, name) {
  await opened.screenshot({ path: `${folder}/${name}.png` });
  await opened.context().close();
  console.log(`${folder}/${name}.png`);
}

const laptop = { role: 'supervisor', width: 1440, height: 900 };
const phone = { role: 'supervisor', width: 390, height: 844, scale: 2 };

/** The session that has most people to show now: the one with most arrivals among those that are on or filling. */
async function busySession(mission) {
  const { now } = await get(`/api/missions/${mission}/rehearsal`);
  const plan = await get(`/api/missions/${mission}/programme`);
  const views = await get(`/api/missions/${mission}/sessions`);
  const arrived = new Map(
    views.map((v) => [v.session?.id ?? v.session, v.arrived ?? v.summary?.arrived ?? 0]),
  );
  const time = Date.parse(now);
  const on = plan.sessions
    .filter((s) => s.status !== 'cancelled' && Date.parse(s.doorsOpen) <= time && time < Date.parse(s.end))
    .sort((a, b) => (arrived.get(b.id) ?? 0) - (arrived.get(a.id) ?? 0));
  return (on[0] ?? plan.sessions[0]).id;
}

async function admittedPerson(mission, session) {
  const { organisations } = await get(`/api/missions/${mission}/sessions/${session}/roster`);
  const people = organisations.flatMap((o) => o.people);
  return (people.find((p) => p.expected && !p.arrivedAt) ?? people[0])?.delegate.name;
}

const [mission] = await get('/api/missions');
await take(await page(`/ops/?mission=${mission.id}`, laptop), 'ops');
await take(await page(`/ops/?mission=${mission.id}`, { ...laptop, dark: true }), 'ops-dark');

const session = await busySession(mission.id);
await take(await page(`/host/?mission=${mission.id}&session=${session}`, phone), 'host');

const floor = await page(`/floor/?mission=${mission.id}&door=session:${session}`, phone);
const name = await admittedPerson(mission.id, session);
if (name) {
  await floor.getByRole('combobox').fill(name);
  await floor.getByRole('option').first().click();
  await floor.waitForSelector('.decision:not(.idle):not(.checking)');
}
await take(floor, 'floor');
await browser.close();
