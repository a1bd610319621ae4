// A sentence heard before a choice is kept: through the same ladder and the same mastering as a bulletin.
// It must never keep what it made, nor send to a cloud what may not go there.
import { VIETNAMESE } from '../../domain/languages.ts';
import { personalHints } from '../../domain/personal/personal-hints.ts';
import { choiceFault } from '../../domain/voices/voice-choice.ts';
import { badChoice, nobodySpeaks } from '../../domain/voices/voice-problems.ts';
import { makeAllowance } from '../allowance.ts';
import { languageOf } from '../bulletins/languages.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import { orderOf } from '../reading/reading-order.ts';
import { limitReached, refusal } from '../refusals.ts';
import { chosenFor } from './choosing.ts';
import { tenantOf } from './voice-desk.ts';
import type { VoiceDesk } from './voices-door.ts';

/** Fifteen seconds of speech: enough to know a voice by. */
const CHARS_MAX = 200;
/** Each is a synthesis and a mastering; bulletins share the same engines and come first. */
const AT_ONCE_MAX = 2;
/** Who compares five voices hears each of them four times; more is a script, and a cloud costs money. */
const EACH_MAX = 20;
const WINDOW_MS = 10 * 60_000;

export function makeListening(deps: Deps): VoiceDesk['listen'] {
  const { monoMs } = deps.clock;
  const allowance = makeAllowance({ max: EACH_MAX, windowMs: WINDOW_MS, monoMs });
  let underWay = 0;
  return async (actor, { areaId, language: code, text, trying, signal }) => {
    const { id: tenantId } = tenantOf(deps, { actor, areaId, action: 'voice.hear' });
    const language = languageOf(deps, code);
    const words = spokenLine(text);
    const fault = trying && choiceFault({ language, ...trying }, deps.voices.list());
    if (fault) throw badChoice(fault);
    // nobody marks a test sentence, so what looks personal is taken for it
    const personalData = personalHints(words).length > 0;
    const wish = { tenantId, language, personalData, ...(trying && { trying }) };
    const { none } = chosenFor(deps, wish);
    if (none !== null) throw nobodySpeaks(none, nameOf(deps, language));
    const order = orderOf(deps, { tenantId, documentId: null });
    refuseUnsayable(deps, { words, language, order });
    if (underWay >= AT_ONCE_MAX) throw tooManyNow();
    if (!allowance(actor.accountId) || !allowance(tenantId)) throw tooOften();
    underWay += 1;
    try {
      return await deps.studio.listen({ ...wish, text: words, order, signal });
    } finally {
      underWay -= 1;
    }
  };
}

export function nameOf({ languages }: Pick<Deps, 'languages'>, code: string): string {
  return languages.find((one) => one.code === code)?.name ?? code;
}

function spokenLine(text: string): string {
  const words = plainLine(text).trim();
  if (words.length <= CHARS_MAX && /[\p{L}\p{N}]/u.test(words)) return words;
  throw refusal('caller', 'bad-test-sentence', {
    vi: `Hãy gõ một câu ngắn để nghe thử, tối đa ${CHARS_MAX} ký tự.`,
    en: `Type a short sentence to listen to, ${CHARS_MAX} characters at most.`,
    place: 'text',
  });
}

function refuseUnsayable(
  deps: Deps,
  of: { words: string; language: string; order: ReturnType<typeof orderOf> },
): void {
  const { words, language, order } = of;
  if (language !== VIETNAMESE || deps.reader.readShort(words, order).syllables > 0) return;
  throw refusal('caller', 'nothing-to-say', {
    vi: 'Câu này không có gì đọc được thành tiếng.',
    en: 'There is nothing in this sentence that can be spoken.',
    place: 'text',
  });
}

const tooManyNow = () =>
  limitReached({
    vi: 'đang có người nghe thử, hãy thử lại sau vài giây',
    en: 'somebody is listening already, try again in a few seconds',
  });
const tooOften = () =>
  limitReached({
    vi: `mỗi người nghe thử tối đa ${EACH_MAX} câu trong mười phút, hãy đợi một lát`,
    en: `${EACH_MAX} test sentences in ten minutes are the most, wait a little`,
  });
