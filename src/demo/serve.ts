// `--serve`: the demonstration stays up in real time, with its page, its loudspeakers and a commune's few days on it.
// It must never know how it came this far.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Setting, Shown } from './demo.ts';
import { arrive, live, readLife } from './life/life.ts';
import { startFleet } from './service.ts';
import type { Credential } from './settling.ts';

/** A pole whose mains is cut, another that falls silent: a technician's screens are not all green. */
const TROUBLES = ['na-suong-bo-suoi:power-cut', 'dinh-thong-cuoi-ban:silent@60'];

/** Ends only when a process dies, and then with its sentence; Ctrl-C ends the whole program. */
export async function serve(setting: Setting, shown: Shown): Promise<void> {
  const { screen, built, started } = setting;
  const { service, settled, place } = shown;
  // a person watches now: the hour must not race, and loudspeakers share its pace
  await settled.administrator.call('PUT', '/api/simulation', { speed: 1 });
  const spares = join(place.root, 'spares');
  mkdirSync(spares, { recursive: true });
  const life = readLife(join(setting.config, 'doi-song.json'));
  const joined: Credential[] = [];
  const living = { base: service.http, settled, life, spares, screen, joined };
  const technician = await arrive(living);
  const more = ['--spares', spares, ...TROUBLES.flatMap((trouble) => ['--trouble', trouble])];
  const fleet = await startFleet({ built, place, speed: 1, out: place.served, started, more });
  const alive = Promise.race([service.child.died, fleet.child.died]);
  const { bulletin } = await settled.author.call<{ bulletin: { documentId: string | null } }>(
    'GET',
    `/api/bulletins/${shown.bulletinId}`,
  );
  await live({ ...living, alive, technician: technician.person, documentId: bulletin.documentId });
  screen.say({ vi: `Trang: ${service.http}/`, en: 'the page; accounts of this demonstration:' });
  for (const one of [...settled.credentials, technician.credential, ...joined])
    screen.show(`  ${one.name.padEnd(18)} ${one.password}  ${one.fullName} (${one.roles})`);
  screen.say({
    vi: `Bà con nghe lại tại ${service.http}/xa/${life.commune}`,
    en: 'what villagers see',
  });
  screen.say({ vi: 'Nhấn Ctrl-C để dừng.', en: 'Ctrl-C stops it.' });
  await alive;
}
