// Samples of variants, orders of languages and commissioned recordings, and doors that answer them.
// It must never decide anything.
import type { Services } from '../../src/services/door.ts';
import type {
  CommissionView,
  LinkView,
  VariantList,
} from '../../src/services/languages/languages-door.ts';
import { bulletin, NOW_MS } from './sample.ts';

type Answer = <T>(method: string, value: T) => (_actor: unknown, input?: unknown) => T;

export const variants: VariantList = {
  original: {
    ...{ id: 'b1', title: 'Họp bản', language: 'vie', state: 'approved' },
    languageName: 'Tiếng Việt',
  },
  variants: [
    {
      ...{ bulletinId: 'b2', language: 'mww', languageName: 'Tiếng Mông Trắng', title: 'Họp bản' },
      ...{ state: 'failed', stateReason: 'Chưa có lời', durationMs: null, recorded: false },
      ...{ age: 'current', untranslated: true, speaks: false, need: 'words' },
      commission: { id: 'c1', collaboratorName: 'Páo', dueDay: '2026-12-08', state: 'asked' },
    },
  ],
};

export const commission: CommissionView = {
  ...{ id: 'c1', bulletinId: 'b2', title: 'Họp bản', language: 'mww' },
  ...{ languageName: 'Tiếng Mông Trắng', collaboratorName: 'Páo', contactNote: null },
  ...{ dueDay: '2026-12-08', feeNote: '150.000 đ', paidNote: null, listenerName: null },
  ...{
    hasListenerLink: false,
    offered: false,
    state: 'asked',
    overdue: false,
    open: true,
    openedAtMs: null,
  },
  ...{ speakerName: null, clipId: null, contentHash: null, textHash: null, sentAtMs: null },
  ...{
    sends: 0,
    remark: null,
    judgedBy: null,
    judgedById: null,
    judgedAtMs: null,
    remindedAtMs: null,
  },
  ...{ dueToldAtMs: null, createdBy: 'a1', byName: 'Lan', createdAtMs: NOW_MS },
};

export const link: LinkView = {
  ...{ kind: 'speak', communeName: 'Xã Nậm Mu', title: 'Họp bản', text: 'Mời bà con.' },
  ...{ textHash: 'h', languageName: 'Tiếng Mông Trắng', untranslated: true, name: 'Páo' },
  ...{ dueDay: '2026-12-08', state: 'asked', remark: null, speakerName: null },
  ...{ contentHash: null, durationMs: null, personalData: false, findings: [] },
};

type Doors = Pick<Services, 'variants' | 'languageOrders' | 'commissions' | 'recordingLinks'>;

export const doors = (answer: Answer): Doors => {
  const order = { areaId: 'xa', own: ['mww', 'vie'], languages: ['mww', 'vie'], fromName: 'Xã' };
  const made = { commission, url: 'http://x/thu-am/t' };
  const stand = {
    ...{ language: 'mww', languageName: 'Tiếng Mông Trắng', bulletinId: null },
    ...{ stands: 'missing' as const, need: null, ways: ['write', 'record', 'link'] as const },
  };
  return {
    variants: {
      create: answer('variants.create', bulletin),
      list: answer('variants.list', variants),
      confirm: answer('variants.confirm', variants),
      standing: answer('variants.standing', [
        { languages: ['mww'], areaIds: ['ban-1'], areaNames: ['Bản 1'], stands: [stand] },
      ]),
    },
    languageOrders: {
      get: answer('languageOrders.get', order),
      set: answer('languageOrders.set', order),
    },
    commissions: {
      list: answer('commissions.list', [commission]),
      create: answer('commissions.create', made),
      renew: answer('commissions.renew', made),
      invite: answer('commissions.invite', made),
      note: answer('commissions.note', commission),
      revoke: answer('commissions.revoke', commission),
      judge: answer('commissions.judge', commission),
      take: answer('commissions.take', commission),
    },
    recordingLinks: {
      view: ({ token }) => answer('recordingLinks.view', link)(null, { token }),
      async send({ bytes, signal: _, ...wish }) {
        let size = 0;
        for await (const piece of bytes) size += piece.length;
        return answer('recordingLinks.send', link)(null, { ...wish, size });
      },
      judge: (wish) => answer('recordingLinks.judge', link)(null, wish),
      async sound(wish) {
        return answer('recordingLinks.sound', { path: '/none', mime: 'audio/ogg' })(null, wish);
      },
    },
  };
};
