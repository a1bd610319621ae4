// What each screen weighs on the line and how long it takes on throttled 3G, in a browser that has nothing yet.
// It must never know what a screen shows.
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Names } from '../../desks/furnished.ts';
import type { Office, Role } from '../../desks/office.ts';
import { SCREENS, SCREENS_OF_ONE, type Screen, settled, withNames } from '../../desks/screens.ts';
import { type Result, rounded } from '../result.ts';

/** Issue #4: 1.6 Mbit/s each way, 300 ms. */
const THREE_G = {
  offline: false,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
  latency: 300,
};
const AIM_KB = 120;

type Weighed = { screen: Screen; kilobytes: number; codeKilobytes: number; seconds: number };

export async function weights(office: Office, names: Names): Promise<Result[]> {
  const all = [...SCREENS, ...SCREENS_OF_ONE].map((screen) => ({
    ...screen,
    hash: withNames(screen.hash, names),
  }));
  const states = new Map<Role, Awaited<ReturnType<BrowserContext['storageState']>>>();
  for (const who of new Set(all.map((screen) => screen.who))) {
    const page = await office.sit(who);
    states.set(who, await page.context().storageState());
    await page.context().close();
  }
  const weighed: Weighed[] = [];
  for (const screen of all) {
    const context = await office.browser.newContext({
      viewport: { width: 360, height: 740 },
      storageState: states.get(screen.who) ?? { cookies: [], origins: [] },
    });
    weighed.push(await weigh(await context.newPage(), { office, screen }));
    await context.close();
  }
  return resultsOf(weighed);
}

async function weigh(
  page: Page,
  { office, screen }: { office: Office; screen: Screen },
): Promise<Weighed> {
  const line = await page.context().newCDPSession(page);
  const bytes = await counting(line);
  await line.send('Network.emulateNetworkConditions', THREE_G);
  const startedMs = performance.now();
  await page.goto(`${office.base}/${screen.hash}`);
  await settled(page);
  const seconds = (performance.now() - startedMs) / 1_000;
  return { screen, seconds, kilobytes: bytes.all() / 1_024, codeKilobytes: bytes.code() / 1_024 };
}

/** Bytes as they travelled: headers and compressed bodies. */
async function counting(line: CDPSession) {
  const code = new Set<string>();
  let [all, ours] = [0, 0];
  await line.send('Network.enable');
  line.on('Network.responseReceived', ({ requestId, type }) => {
    if (['Document', 'Script', 'Stylesheet'].includes(type)) code.add(requestId);
  });
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    all += encodedDataLength;
    if (code.has(requestId)) ours += encodedDataLength;
  });
  return { all: () => all, code: () => ours };
}

function resultsOf(weighed: readonly Weighed[]): Result[] {
  const heaviest = weighed.reduce((most, one) =>
    one.codeKilobytes > most.codeKilobytes ? one : most,
  );
  const slowest = weighed.reduce((most, one) => (one.seconds > most.seconds ? one : most));
  const first = weighed[0];
  const lines = weighed.map(
    ({ screen, kilobytes, codeKilobytes, seconds }) =>
      `${screen.name} ${rounded(codeKilobytes, 1)}/${rounded(kilobytes, 1)} KB ${rounded(seconds, 1)} s`,
  );
  const of = (
    name: string,
    value: number,
    unit: string,
    aim: string,
    met: boolean | null,
  ): Result => ({
    ...{ name, value: rounded(value, 1), unit, aim, met },
    peer: '–',
  });
  return [
    of(
      'first load of an officer, code and style as travelled',
      first?.codeKilobytes ?? 0,
      'KB',
      `≤ ${AIM_KB}`,
      (first?.codeKilobytes ?? 0) <= AIM_KB,
    ),
    {
      ...of(
        `heaviest screen opened cold (${heaviest.screen.name})`,
        heaviest.codeKilobytes,
        'KB',
        `≤ ${AIM_KB}, map apart`,
        heaviest.codeKilobytes <= AIM_KB || heaviest.screen.name.includes('map'),
      ),
      note: `code / everything, seconds on 3G: ${lines.join('; ')}`,
    },
    of(
      `slowest screen to usable on 3G, nothing cached (${slowest.screen.name})`,
      slowest.seconds,
      's',
      '–',
      null,
    ),
  ];
}
