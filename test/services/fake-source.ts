// A source system that remembers what it was told and answers as a test says: there, slow, or gone.
// It must never assert anything.
import { readBulletinJson } from '../../src/domain/source/bulletin-json.ts';
import { readCapAlert } from '../../src/domain/source/cap-alert.ts';
import type {
  Delivered,
  Parcel,
  SourceSetting,
  SourceSystem,
} from '../../src/services/source/source-port.ts';

export type FakeSource = SourceSystem & {
  /** every letter that was tried, delivered or not */
  tried: { id: string; kind: string; body: Record<string, unknown> }[];
  /** the letters that arrived, each once */
  arrived(): { kind: string; body: Record<string, unknown> }[];
  /** recordings by their address */
  sounds: Map<string, Uint8Array>;
  /** what lies ready to be fetched */
  ready: Parcel[];
  /** what it answers from now on; null: delivered */
  answers(how: (() => Delivered | Promise<Delivered>) | null): void;
  set(setting: Partial<SourceSetting> | null): void;
};

const SETTING: SourceSetting = {
  ...{ name: 'tỉnh Mường Thử', provinceCodes: ['muong-thu'], keys: [] },
  ...{ reachable: true, pullEveryMs: 15_000 },
};

/** Not set up until a test does. */
export function fakeSource(): FakeSource {
  let answer: (() => Delivered | Promise<Delivered>) | null = null;
  const taken = new Map<string, { kind: string; body: Record<string, unknown> }>();
  const fake: FakeSource = {
    setting: null,
    tried: [],
    sounds: new Map(),
    ready: [],
    arrived: () => [...taken.values()],
    answers(how) {
      answer = how;
    },
    set(setting) {
      fake.setting = setting && { ...SETTING, ...fake.setting, ...setting };
    },
    read({ contentType, body }) {
      // XML is the adapter's: here a warning comes as its elements
      if (contentType === 'application/cap+xml')
        return readCapAlert(JSON.parse(Buffer.from(body).toString('utf8')));
      return readBulletinJson(body);
    },
    async pull({ since }) {
      if (answer) await answer();
      const from = Number(since);
      const parcels = fake.ready.slice(from, from + 2);
      const next = from + parcels.length;
      return { parcels, next: String(next), more: next < fake.ready.length };
    },
    origin: 'https://nguon.test',
    async fetchSound({ url }) {
      if (answer) await answer();
      const bytes = fake.sounds.get(url);
      if (!bytes) throw new Error('HTTP 404');
      return bytes;
    },
    async deliver({ id, kind, body }) {
      const letter = { kind, body: JSON.parse(body) as Record<string, unknown> };
      fake.tried.push({ id, ...letter });
      const outcome = (await answer?.()) ?? ({ kind: 'delivered' } as const);
      if (outcome.kind === 'delivered') taken.set(id, letter);
      return outcome;
    },
  };
  return fake;
}
