// `--serve`: the demonstration stays up in real time, with its page and its loudspeakers, until Ctrl-C.
// It must never know how it came this far.
import type { Setting, Shown } from './demo.ts';
import { startFleet } from './service.ts';

/** Ends only when a process dies, and then with its sentence; Ctrl-C ends the whole program. */
export async function serve(setting: Setting, shown: Shown): Promise<void> {
  const { screen, built } = setting;
  const { service, settled, place } = shown;
  // a person watches now: the hour must not race, and loudspeakers share its pace
  await settled.administrator.call('PUT', '/api/simulation', { speed: 1 });
  const { started } = setting;
  const fleet = await startFleet({ built, place, speed: 1, out: place.served, started });
  screen.say({ vi: `Trang: ${service.http}/`, en: 'the page; accounts of this demonstration:' });
  for (const { name, password, fullName, roles } of settled.credentials)
    screen.show(`  ${name.padEnd(18)} ${password}  ${fullName} (${roles})`);
  screen.say({ vi: 'Nhấn Ctrl-C để dừng.', en: 'Ctrl-C stops it.' });
  await Promise.race([service.child.died, fleet.child.died]);
}
