// Poles as the services would hand them out: facts, silences, commands, spares.
// It must never assert anything.
import type {
  HushView,
  IncidentView,
  PoleServices,
  SpareView,
  SpeakerDetail,
  SwapView,
} from '../../src/services/poles/pole-door.ts';
import { HASH, NOW_MS, site, speaker, verdict } from './sample.ts';

export const hush: HushView = {
  ...{ id: 'hush-1', siteId: site.id, siteName: site.name, tenantId: site.tenantId },
  ...{ fromMs: NOW_MS, untilMs: NOW_MS + 3_600_000, reason: 'đám tang', reasonKind: 'funeral' },
  ...{ by: 'Lan', endedAtMs: null, endedBy: null, active: true },
};
export const incident: IncidentView = {
  ...{ id: 'inc-1', siteId: site.id, siteName: site.name, tenantId: site.tenantId },
  ...{ kind: 'silent', sinceMs: NOW_MS, openedAtMs: NOW_MS, closedAtMs: null, facts: {} },
};
export const spare: SpareView = {
  ...{ id: 'vangxa-spare-7k2mq4xz', tenantId: site.tenantId, state: 'ready', online: true },
  ...{ heardAtMs: NOW_MS, createdAtMs: NOW_MS, by: 'Lan' },
  ...{ usedAtMs: null, siteId: null, siteName: null },
};
export const LABEL = 'vangxa:unit:vangxa-spare-7k2mq4xz:9d3fkq2w0mzt';
export const swap: SwapView = {
  ...{ siteId: site.id, spareId: spare.id, unitId: 'unit-2', oldUnitId: 'unit-1' },
  ...{ askedAtMs: NOW_MS, askedBy: 'Lan', doneAtMs: null, state: 'waiting' },
};
const photo = { hash: HASH, bytes: 3, type: 'image/jpeg' } as const;
const last = { ...verdict, playAtMs: NOW_MS, title: 'Tiêm chủng' };
export const detail: SpeakerDetail = {
  ...{ speaker, nowMs: NOW_MS, saidVolumePercent: 100, note: 'Cột sau nhà văn hóa', photo },
  sim: { carrier: 'Viettel', number: '0987654321', plan: 'D5', renewsAtMs: NOW_MS },
  units: [{ id: 'unit-1', installedAtMs: NOW_MS, removedAtMs: null }],
  verdicts: [{ ...last, sentence: { vi: 'Đã phát.', en: 'Played.' } }],
  incidents: [incident],
  commands: [
    {
      ...{ orderId: 'order-1', command: 'self-test', askedAtMs: NOW_MS, askedBy: 'Lan' },
      ...{ state: 'answered', answeredAtMs: NOW_MS, ok: true, facts: { sink: 'ok', freeMb: 900 } },
    },
  ],
  swap,
};

type Answer = <T>(method: string, value: T) => (actor: unknown, input?: unknown) => T;

export const allClear = {
  ...{ airings: 1, airingIds: ['air-1'], titles: ['Lũ quét'], broker: 'connected' as const },
  sentence: { vi: 'Đã ký.', en: 'Signed.' },
};

export function poleDoors(answer: Answer): PoleServices {
  const enrolment = {
    ...{ speakerId: spare.id, unitId: 'unit-2', brokerUrl: 'mqtt://localhost:1883' },
    ...{ username: spare.id, password: 'p'.repeat(24), keys: [{ keyId: 'k1', publicKey: 'AAAA' }] },
  };
  const sentence = { vi: 'Đã ký.', en: 'Signed.' };
  const said = {
    airings: 1,
    speakers: 3,
    airingIds: ['air-1'],
    broker: 'waiting',
    sentence,
  } as const;
  return {
    speakers: { list: answer('speakers.list', [speaker]), get: answer('speakers.get', detail) },
    siteNotes: {
      change: answer('siteNotes.change', detail),
      setPhoto: answer('siteNotes.setPhoto', Promise.resolve(photo)),
      photo: answer('siteNotes.photo', { path: '/nowhere', type: 'image/jpeg', photo }),
    },
    hushes: {
      begin: answer('hushes.begin', hush),
      end: answer('hushes.end', hush),
      list: answer('hushes.list', { nowMs: NOW_MS, hushes: [hush] }),
    },
    stops: { stop: answer('stops.stop', { ...said, airingIds: [...said.airingIds] }) },
    commands: {
      ask: answer('commands.ask', {
        orderId: 'o1',
        expiresAtMs: NOW_MS,
        broker: 'connected',
      } as const),
    },
    incidentList: { list: answer('incidentList.list', { nowMs: NOW_MS, incidents: [incident] }) },
    spares: {
      list: answer('spares.list', [spare]),
      create: answer('spares.create', [{ spare, enrolment, label: LABEL }]),
      withdraw: answer('spares.withdraw', spare),
      labels: answer('spares.labels', Promise.resolve(new Uint8Array([0x25, 0x50]))),
      swap: answer('spares.swap', swap),
    },
  };
}
