// The office with a commune's few days in it, as `npm run demo -- --serve` makes them, and what its things are called.
// It must never make what the demonstration makes.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Person } from '../../src/demo/api.ts';
import { arrive, live, readLife } from '../../src/demo/life/life.ts';
import { makeScreen } from '../../src/demo/screen.ts';
import type { Credential, Settled } from '../../src/demo/settling.ts';
import { until } from '../whole/house.ts';
import { type Office, OPENED_MS, openOffice } from './office.ts';

const CONFIG = join(import.meta.dirname, '../../config/demo');
/** A pole whose mains is cut, another that falls silent: not all is green. */
const TROUBLES = ['na-suong-bo-suoi:power-cut', 'dinh-thong-cuoi-ban:silent@5'];

/** Names that stand in an address, by what a thing is. */
export type Names = Record<
  | ('document' | 'draft' | 'commune' | 'code' | 'bulletin' | 'pending')
  | ('airing' | 'site' | 'notice' | 'schedule' | 'assignment' | 'frame'),
  string
>;

export async function openFurnished(): Promise<{
  office: Office;
  names: Names;
  complaints: string[];
}> {
  const life = readLife(join(CONFIG, 'doi-song.json'));
  let technician: Person | null = null;
  const office = await openOffice({
    fleet: TROUBLES.flatMap((trouble) => ['--trouble', trouble]),
    async arrive({ base, settled, place }) {
      const spares = join(place.root, 'spares');
      mkdirSync(spares);
      technician = (await arrive({ base, settled, life, spares })).person;
      return ['--spares', spares];
    },
  });
  try {
    if (technician === null) throw new Error('nobody is the technician');
    return { office, ...(await furnish(office, { technician, life })) };
  } catch (reason) {
    // whoever asked for it cannot close what they never got
    await office.close();
    throw reason;
  }
}

async function furnish(
  { settled, base, place, fleet }: Office,
  { technician, life }: { technician: Person; life: ReturnType<typeof readLife> },
): Promise<{ names: Names; complaints: string[] }> {
  const page = `/api/areas/${settled.communeId}/public-page`;
  await settled.administrator.call('PUT', page, { open: true, phone: '0212 3852 047' });
  const documentId = await takenIn(settled);
  const said: string[] = [];
  const joined: Credential[] = [];
  await live({
    ...{ base, settled, technician, documentId, life, joined },
    spares: join(place.root, 'spares'),
    screen: makeScreen({ write: (text: string) => said.push(text) }),
    alive: fleet.exit.then(() => Promise.reject(new Error('the fleet ended'))),
  });
  const names = await namesOf(settled, documentId);
  // bars say how far it is; whatever else is said is something that could not be shown
  return { names, complaints: said.filter((line) => !line.includes('%')) };
}

async function takenIn({ author, communeId }: Settled): Promise<string> {
  const bytes = readFileSync(join(CONFIG, 'quyet-dinh.txt'));
  const path = `/api/documents?name=quyet-dinh.txt&areaId=${communeId}`;
  return (await author.upload<{ document: { id: string } }>(path, bytes)).document.id;
}

type Listed = {
  id: string;
  state?: string;
  title?: string;
  endedAtMs?: number | null;
  rule?: { kind: string };
};

async function namesOf(settled: Settled, documentId: string): Promise<Names> {
  const { planner, communeId } = settled;
  const ask = async <K extends string>(path: string, key: K): Promise<Listed[]> =>
    (await planner.call<Record<K, Listed[]>>('GET', path))[key];
  const { bulletins, documents, schedules, notices, assignments, frames } = {
    bulletins: await ask('/api/bulletins', 'bulletins'),
    documents: await ask('/api/documents', 'documents'),
    schedules: await ask('/api/schedules', 'schedules'),
    frames: await ask(`/api/frames?areaId=${communeId}`, 'frames'),
    assignments: await ask('/api/assignments', 'assignments'),
    notices: await ask(`/api/notices?areaId=${communeId}&limit=30`, 'notices'),
  };
  const airing = await until('an airing', async () => {
    const around = `fromMs=${OPENED_MS - 3_600_000}&toMs=${OPENED_MS + 6 * 3_600_000}`;
    const airings = await ask(`/api/airings?${around}`, 'airings');
    return airings[0]?.id;
  });
  const inState = (state: string) => bulletins.find((one) => one.state === state)?.id ?? '';
  return {
    ...{ document: documentId, commune: communeId, code: 'suoi-may', airing },
    draft: documents.find(({ id }) => id !== documentId)?.id ?? '',
    bulletin: inState('approved'),
    pending: inState('pending'),
    site: 'na-suong-truong-hoc',
    notice: notices[0]?.id ?? '',
    // the one with most to fill in
    schedule: schedules.find(({ rule }) => rule?.kind === 'repeat')?.id ?? '',
    assignment: assignments[0]?.id ?? '',
    frame: frames[0]?.id ?? '',
  };
}
