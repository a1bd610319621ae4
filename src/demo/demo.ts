// The demonstration itself, step by step: a text, a commune, an approval, twelve loudspeakers, a table.
// It must never know the inside of what it shows: processes and HTTP only.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { Child } from './children.ts';
import { type DemoCommune, readCommune, seventeenOClockMs, withSpeakers } from './commune.ts';
import { DemoFault } from './fault.ts';
import { type Brought, openSource } from './from-source.ts';
import { gather } from './gathering.ts';
import { air, approve, type Part } from './hearing.ts';
import { makeMeter, measureOnce } from './loudness.ts';
import { makeSound, type Sound } from './making.ts';
import type { Options } from './options.ts';
import { type Pace, patienceSeconds } from './pace.ts';
import { checkRoom, type Place, preparePlace } from './place.ts';
import type { Screen } from './screen.ts';
import { GRACE_SECONDS, type Service, startService } from './service.ts';
import { type Settled, settle } from './settling.ts';
import { clockOf } from './source-system/push.ts';
import { type Outcome, outcomeOf, type Row } from './table.ts';

export type Setting = {
  options: Options;
  screen: Screen;
  /** compiled code, and the data that comes with the project */
  built: string;
  config: string;
  /** where relative paths of the command line start */
  base: string;
  nowMs: number;
  /** every process started is told, so that whoever interrupts can stop it */
  started(child: Pick<Child, 'stop'>): void;
};
export type Shown = {
  outcome: Outcome;
  place: Place;
  service: Service;
  settled: Settled;
  bulletinId: string;
  /** loudspeakers whose verdict is not "played", with the service's own sentence */
  unheard: Part[];
  /** what came from the mock source system meanwhile */
  brought: Brought;
};

export async function demonstrate(setting: Setting): Promise<Shown> {
  const { options, screen, built } = setting;
  const text = readText(setting);
  const commune = withSpeakers(
    readCommune(join(setting.config, 'xa-suoi-may.json')),
    options.speakers,
  );
  const stamp = new Date(setting.nowMs).toISOString().slice(0, 19).replace(/[-:T]/g, '');
  const place = preparePlace({ out: options.out, base: setting.base, stamp });
  screen.say({ vi: `Văn bản: ${text.name}. Tệp để tại ${place.root}`, en: 'text and files' });

  const clockMs = seventeenOClockMs(setting.nowMs, commune.hours.utcOffsetMin);
  const { started } = setting;
  const source = await openSource({ folder: place.source, commune });
  started(source);
  const service = await startService({ built, place, clockMs, env: source.env, started });
  const settled = await settle({
    base: service.http,
    setupToken: service.setupToken,
    commune,
    enrolments: place.enrolments,
  });
  screen.say({
    vi: `${commune.commune.name}: ${commune.villages.length} bản, ${options.speakers} cụm loa, đồng hồ bắt đầu từ 17:00`,
    en: `${commune.villages.length} villages, ${options.speakers} loudspeakers, the clock starts at 17:00`,
  });

  const alive = service.child.died;
  const maxSeconds = options.minutes === null ? null : options.minutes * 60;
  const wish = { ...text, communeId: settled.communeId, maxSeconds, screen, alive };
  const sound = await makeSound({ ...wish, author: settled.author });
  await approve(settled.author, settled.approver, sound.bulletinId);
  checkRoom(place, { speakers: options.speakers, clipSeconds: sound.seconds });

  writeFileSync(place.clip, await settled.author.download(`/api/clips/${sound.clipId}/sound`));
  const parts = await hear({ setting, commune, place, settled, sound, service });
  const ordered = inVillageOrder(parts, commune);
  const speakers = await rowsOf({ parts: ordered, place, built, screen });
  const outcome = outcomeOf({
    document: sound.title,
    clip: { seconds: sound.seconds, lufs: sound.lufs },
    speakers,
  });
  const brought = await source.bring(await clockOf(service.http));
  const unheard = parts.filter(({ verdict }) => verdict?.kind !== 'played');
  const { bulletinId } = sound;
  return { outcome, place, service, settled, unheard, brought, bulletinId };
}

function readText({ options, config, base }: Setting): { bytes: Uint8Array; name: string } {
  const path = options.file === null ? join(config, 'quyet-dinh.txt') : resolve(base, options.file);
  try {
    if (!statSync(path).isFile()) throw new Error('not a file');
    return { bytes: readFileSync(path), name: basename(path) };
  } catch (cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    throw new DemoFault({
      vi: `Không mở được tệp ${path} (${words}).`,
      en: `The file ${path} cannot be opened (${words}).`,
    });
  }
}

function tellPace(
  screen: Screen,
  { pace, sound, decodeRate }: { pace: Pace; sound: Sound; decodeRate: number },
): void {
  const caps = {
    decoding: {
      vi: `, chặn ở tốc độ giải mã của máy này (${decodeRate.toFixed(0)}×)`,
      en: `, capped by what this machine decodes (${decodeRate.toFixed(0)}×)`,
    },
    hours: {
      vi: ', chặn ở giờ phát thanh còn lại của xã',
      en: ", capped by what is left of the commune's hours",
    },
  };
  const cap = pace.cappedBy === null ? { vi: '', en: '' } : caps[pace.cappedBy];
  const minutes = (sound.seconds / 60).toFixed(1);
  screen.say({
    vi: `Các cụm loa đã kết nối. Tệp âm thanh dài ${minutes} phút, ${sound.lufs?.toFixed(1) ?? '–'} LUFS; đồng hồ của xã và loa chạy nhanh ${pace.speed} lần${cap.vi}`,
    en: `the loudspeakers are connected; the clip lasts ${minutes} min; the plan's clock and the sinks run ${pace.speed}×${cap.en}`,
  });
}

async function hear(parts: {
  setting: Setting;
  commune: DemoCommune;
  place: Place;
  settled: Settled;
  sound: Sound;
  service: Service;
}): Promise<Part[]> {
  const { setting, commune, place, settled, sound } = parts;
  const { built, options, screen } = setting;
  const { fleet, pace, decodeRate } = await gather({
    administrator: settled.administrator,
    ...{ commune, built, place },
    facts: {
      clipSeconds: sound.seconds,
      clipBytes: sound.bytes,
      speakers: options.speakers,
      askedSpeed: options.speed,
    },
    started: setting.started,
  });
  tellPace(screen, { pace, sound, decodeRate });
  try {
    return await air({
      planner: settled.planner,
      bulletinId: sound.bulletinId,
      villageIds: settled.villageIds,
      pace,
      clipSeconds: sound.seconds,
      patienceSeconds: patienceSeconds(pace, sound.seconds, GRACE_SECONDS),
      screen,
      alive: Promise.race([parts.service.child.died, fleet.child.died]),
    });
  } finally {
    // what the loudspeakers hold is on disk only when they have closed it
    await fleet.child.stop();
  }
}

function inVillageOrder(parts: Part[], commune: DemoCommune): Part[] {
  const order = commune.villages.flatMap(({ sites }) => sites.map(({ id }) => id));
  return [...parts].sort((a, b) => order.indexOf(a.siteId) - order.indexOf(b.siteId));
}

async function rowsOf(parts: {
  parts: Part[];
  place: Place;
  built: string;
  screen: Screen;
}): Promise<Row[]> {
  const wavOf = (siteId: string): string => join(parts.place.speakers, `${siteId}.wav`);
  const wavs = parts.parts.map(({ siteId }) => wavOf(siteId)).filter(existsSync);
  const bar = parts.screen.bar({ vi: 'Đo độ to', en: 'measuring loudness' });
  const meter = makeMeter(join(parts.built, 'audio/measure.js'));
  const measures = await measureOnce(wavs, meter, bar.set);
  bar.end();
  return parts.parts.map(({ siteId, village, verdict }) => ({
    id: siteId,
    village,
    verdict: verdict?.kind ?? 'none',
    startErrorMs: verdict?.startErrorMs ?? null,
    chunksReceived: verdict?.chunksReceived ?? 0,
    chunksRepaired: verdict?.chunksRepaired ?? 0,
    secondsHeard: (verdict?.heardMs ?? 0) / 1_000,
    lufs: measures.get(wavOf(siteId))?.lufs ?? null,
    wav: measures.has(wavOf(siteId)) ? wavOf(siteId) : null,
  }));
}
