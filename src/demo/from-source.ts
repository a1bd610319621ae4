// A bulletin of the source system within the demonstration: written by the mock, fetched, acknowledged.
// It must never know how the service lets it in: HTTP and the letters that come back.
import type { DemoCommune } from './commune.ts';
import { DemoFault } from './fault.ts';
import { openKey, writeKeysFile } from './source-system/signing.ts';
import { type Letter, openSourceSystem } from './source-system/system.ts';
import { bulletin } from './source-system/written.ts';

export type DemoSource = {
  /** what the service is started with */
  env: Record<string, string>;
  /** lies ready from now on; answers with the first letter that says what became of it */
  bring(nowMs: number): Promise<Brought>;
  stop(): Promise<void>;
};
export type Brought = {
  externalId: string;
  title: string;
  state: string;
  /** the same in Vietnamese */
  says: string;
};

/** What the service tells the source system of a bulletin that needs no haste. */
const STATES: Readonly<Record<string, string>> = {
  received: 'đã nhận',
  accepted: 'đã nhận, chờ xã duyệt và xếp lịch',
  refused: 'không nhận',
};

const EXTERNAL_ID = 'TTN-2026-0147';
const TITLE = 'Kê khai hộ nghèo năm 2027';
const TEXT =
  'Từ ngày 1 tháng 12, các bản họp bình xét hộ nghèo và hộ cận nghèo năm 2027. ' +
  'Hộ có nhu cầu làm đơn gửi trưởng bản trước ngày 28 tháng 11.';
/** Asked every two seconds; its sound takes some more. */
const EVERY_MS = 2_000;
const LIMIT_MS = 30_000;

export async function openSource(of: {
  folder: string;
  commune: Pick<DemoCommune, 'province' | 'commune'>;
}): Promise<DemoSource> {
  const { province, commune } = of.commune;
  const key = openKey(of.folder);
  const name = `hệ thống thông tin nguồn ${province.name}`;
  const keysFile = writeKeysFile({ folder: of.folder, key, name, provinceCode: province.code });
  const where = { province: province.code, areas: [commune.code], nowMs: 0 };
  const waiting: ((letter: Letter) => void)[] = [];
  const system = await openSourceSystem({
    ...{ port: 0, key, where, mode: 'normal', token: null },
    onLetter: (letter) => void waiting.map((hear) => hear(letter)),
  });
  return {
    env: {
      VANGXA_SOURCE_URL: system.url,
      VANGXA_SOURCE_KEYS: keysFile,
      VANGXA_SOURCE_EVERY_MS: `${EVERY_MS}`,
    },
    bring(nowMs) {
      const told = new Promise<Brought>((resolve, reject) => {
        const late = setTimeout(() => reject(neverTold()), LIMIT_MS);
        waiting.push(({ kind, body }) => {
          if (kind !== 'ack' || body.externalId !== EXTERNAL_ID) return;
          clearTimeout(late);
          const state = String(body.state);
          resolve({ externalId: EXTERNAL_ID, title: TITLE, state, says: STATES[state] ?? state });
        });
      });
      const wish = { externalId: EXTERNAL_ID, title: TITLE, text: TEXT };
      system.add(bulletin({ ...where, nowMs }, wish));
      return told;
    },
    stop: () => system.close(),
  };
}

function neverTold(): DemoFault {
  return new DemoFault({
    vi: 'Hệ thống không báo lại gì về bản tin từ hệ thống thông tin nguồn.',
    en: 'The service never said what became of the bulletin from the source system.',
  });
}
