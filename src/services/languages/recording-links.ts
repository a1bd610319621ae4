// What a link opens for somebody without an account: the words of one bulletin, and a way to send or judge their sound.
// It must never tell anything else of the commune, nor keep the file that was sent.
import {
  type Commission,
  isOpen,
  isSameName,
  linkLives,
  SENDS_MAX,
  sendable,
  sent,
} from '../../domain/languages/commission.ts';
import { isUntranslated } from '../../domain/languages/variant.ts';
import type { Bulletin, Clip } from '../../domain/model.ts';
import {
  type Finding,
  RECORDING_MAX_BYTES,
  RECORDING_MAX_SECONDS,
} from '../../domain/sound/recording.ts';
import type { BulletinParts } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { tokenHash } from '../people/tokens.ts';
import { tellProgress } from '../progress.ts';
import { missing, refusal } from '../refusals.ts';
import { makeArrivals } from '../sound/arrivals.ts';
import { findingsOf } from '../sound/checking.ts';
import { hashOf } from '../sound/kept-recording.ts';
import { makeRenderings } from '../sound/renderings.ts';
import { profileFor } from '../voices/profile-of.ts';
import { named, samePerson, write } from './commission-rows.ts';
import { judgeSound } from './judging-sound.ts';
import type { LinkView, RecordingLinks, SentRecording } from './languages-door.ts';
import { languageName } from './names-of.ts';
import { mayBeRecorded } from './recordable.ts';
import { tellAsker } from './telling-asker.ts';

type Kind = LinkView['kind'];
type Opened = { commission: Commission; bulletin: Bulletin; kind: Kind };

export function makeRecordingLinks(parts: BulletinParts): RecordingLinks {
  const { deps } = parts;
  // of one link one at a time: pressed twice it is the same recording
  const arrivals = makeArrivals({ senderMax: 1 });
  const renderings = makeRenderings(deps);
  return {
    view({ token }) {
      const opened = openedBy(deps, token);
      mayBeRecorded(deps, opened.bulletin);
      return viewOf(deps, noted(deps, opened));
    },
    async send(wish) {
      const opened = openedBy(deps, wish.token);
      if (opened.kind !== 'speak') throw missing();
      const speakerName = admitted(deps, opened, wish);
      const { id: sender, tenantId } = opened.commission;
      return arrivals({ ...wish, sender, tenantId }, (bytes) =>
        taken(deps, { opened, wish: { ...wish, bytes }, speakerName }),
      );
    },
    judge({ token, ...verdict }) {
      const opened = openedBy(deps, token);
      if (opened.kind !== 'listen') throw missing();
      const { commission } = opened;
      const listener = { name: commission.listenerName ?? '', accountId: null };
      const after = judgeSound(parts, { ...verdict, commission, listener, actor: null });
      return viewOf(deps, { ...opened, commission: after });
    },
    async sound({ token, simple, signal }) {
      const { commission } = openedBy(deps, token);
      const clip = clipOf(deps, commission);
      if (clip === null) throw missing();
      if (simple) return renderings({ clip, as: 'mp3', by: commission.id, signal });
      return { path: deps.studio.soundPath(clip), mime: 'audio/ogg' };
    },
  };
}

/** A guessed, an expired and a revoked link look alike. Looked up by hash: how long it takes tells nothing. */
function openedBy({ store, clock }: Deps, token: string): Opened {
  const hash = tokenHash(token);
  const asSpeaker = store.commissions.byHash(hash);
  const commission = asSpeaker ?? store.commissions.byListenerHash(hash);
  if (commission === null || !linkLives(commission, clock.planMs())) throw missing();
  const bulletin = store.bulletins.get(commission.bulletinId);
  if (bulletin === null) throw missing();
  return { commission, bulletin, kind: asSpeaker ? 'speak' : 'listen' };
}

/** That it was opened once is all that is kept of a visit. */
function noted({ store, clock }: Deps, opened: Opened): Opened {
  const { commission, kind } = opened;
  if (kind === 'listen' || commission.openedAtMs !== null) return opened;
  const seen = { ...commission, openedAtMs: clock.planMs() };
  store.commissions.update(seen);
  return { ...opened, commission: seen };
}

/** Everything that can be refused before a byte is read. */
function admitted(deps: Deps, { commission, bulletin }: Opened, wish: SentRecording): string {
  mayBeRecorded(deps, bulletin);
  if (!isOpen(commission)) throw over();
  if (!sendable(commission)) throw tooOften();
  if (!wish.consent) throw noConsent();
  const speakerName = named(wish.speakerName, 'speakerName');
  const { listenerName } = commission;
  if (listenerName !== null && isSameName(listenerName, speakerName)) throw samePerson();
  if (hashOf(bulletin.text) !== wish.textHash) throw otherWords();
  return speakerName;
}

async function taken(
  deps: Deps,
  of: { opened: Opened; wish: SentRecording; speakerName: string },
): Promise<LinkView> {
  const { opened, wish, speakerName } = of;
  const { bulletin, commission } = opened;
  const { bytes, signal, textHash } = wish;
  const clip = await deps.studio.record({
    ...{ title: bulletin.title, bytes, signal, language: commission.language },
    profile: profileFor(deps, commission),
    limits: { maxBytes: RECORDING_MAX_BYTES, maxSeconds: RECORDING_MAX_SECONDS },
    onProgress: tellProgress(deps, bulletin),
  });
  const findings = await findingsOf(deps, { bulletin, clip, signal });
  // minutes have passed: whatever was closed or changed meanwhile is so
  const now = openedBy(deps, wish.token);
  admitted(deps, now, wish);
  const after = sent(now.commission, {
    ...{ speakerName, clipId: clip.id, contentHash: clip.contentHash, textHash },
    nowMs: deps.clock.planMs(),
  });
  keep(deps, { clip, findings, bulletinId: bulletin.id, commission: after });
  return viewOf(deps, { ...now, commission: after });
}

function keep(
  deps: Deps,
  of: {
    clip: Omit<Clip, 'bulletinId'>;
    findings: readonly Finding[] | null;
    bulletinId: string;
    commission: Commission;
  },
): void {
  const { clip, findings, bulletinId, commission } = of;
  const also = () => {
    if (!deps.store.clips.get(clip.id)) deps.store.clips.put({ ...clip, bulletinId });
    if (findings !== null) deps.store.findings.put(clip.id, findings);
  };
  const { speakerName } = commission;
  const detail = { speakerName, clipId: clip.id };
  write(deps, { actor: null, action: 'commission.send', commission, detail, also });
  tellAsker(deps, { kind: 'recording-sent', commission });
}

function viewOf(deps: Deps, { commission, bulletin, kind }: Opened): LinkView {
  const { store } = deps;
  const { state, remark, contentHash, dueDay } = commission;
  const clip = clipOf(deps, commission);
  const findings = clip === null ? [] : (store.findings.of(clip.id) ?? []);
  const isVariant = bulletin.originalId !== null;
  const textHash = hashOf(bulletin.text);
  // what is written after their work is done is not for them to read
  const isTheirs = isOpen(commission) || commission.textHash === textHash;
  return {
    ...{ kind, title: bulletin.title, text: isTheirs ? bulletin.text : '', textHash },
    communeName: store.areas.get(commission.tenantId)?.name ?? '',
    languageName: languageName(deps, commission.language),
    untranslated: isVariant && isUntranslated(store.variants.of(bulletin.id), textHash),
    name: kind === 'speak' ? commission.collaboratorName : (commission.listenerName ?? ''),
    ...{ state, remark, contentHash, dueDay, speakerName: commission.speakerName },
    durationMs: clip?.durationMs ?? null,
    personalData: bulletin.personalData,
    findings: findings.slice(0, FINDINGS_MAX).map(({ say }) => say),
  };
}

/** What somebody reads on a phone before saying it again. */
const FINDINGS_MAX = 5;

const clipOf = ({ store }: Deps, { clipId }: Commission): Clip | null =>
  clipId === null ? null : store.clips.get(clipId);

const noConsent = () =>
  refusal('caller', 'no-consent', {
    vi: 'Bạn chưa đánh dấu đồng ý cho phát bản ghi này trên loa.',
    en: 'You have not ticked that you agree to be heard on the loudspeakers.',
    place: 'consent',
  });

const over = () =>
  refusal('conflict', 'commission-over', {
    vi: 'Bản ghi đã được xác nhận, không cần gửi thêm. Cảm ơn bạn.',
    en: 'The recording was confirmed: nothing more is needed. Thank you.',
  });

const tooOften = () =>
  refusal('conflict', 'sent-too-often', {
    vi: `Đã gửi ${SENDS_MAX} lần qua đường dẫn này. Hãy báo cán bộ để nhận đường dẫn khác.`,
    en: `${SENDS_MAX} recordings came through this link. Ask the officer for another one.`,
  });

const otherWords = () =>
  refusal('conflict', 'changed-meanwhile', {
    vi: 'Lời cần đọc vừa được sửa. Hãy tải lại trang, đọc lời mới rồi gửi lại.',
    en: 'The words were just changed. Reload the page, read the new ones, then send again.',
  });
