// Shows how a text will be read, asks how long and how urgent, and has its sound made.
// It must never know how it is read; what is in doubt is shown, not settled, here.
import { type Signal, useSignal } from '@preact/signals';
import type { NewBulletin } from '../../http/schemas/bulletin.ts';
import type { Reading } from '../../http/schemas/document.ts';
import { api } from '../api.ts';
import { useAsk } from '../ask.ts';
import { length } from '../format.ts';
import { sent, useKept } from '../kept.ts';
import { Act } from '../parts/act.tsx';
import { Confirm } from '../parts/confirm.tsx';
import { Choice, Radios } from '../parts/field.tsx';
import { LanguageChoice, USUAL_LANGUAGE } from '../parts/language-choice.tsx';
import { Section } from '../parts/page.tsx';
import { isPersonal, PersonalBox } from '../parts/personal-box.tsx';
import { reportsApi } from '../reports-api.ts';
import { go } from '../router.ts';
import { words } from '../words.ts';

/** What a person is shown of a reading before its sound is made. */
export type Shown = Pick<
  Reading,
  'title' | 'number' | 'issuer' | 'sentences' | 'spoken' | 'estimatedSeconds' | 'doubts'
>;
/** `part`: one document of a gazette */
export type ToMake = { documentId: string; part: number | null; reading: Shown };
/** `text`: as typed, '' where it came as a file */
type Draft = { areaId: Signal<string>; title: Signal<string>; text?: Signal<string> };
type Props = { draft: Draft; from: ToMake; back: () => void };
type Urgency = 'normal' | 'emergency';

export function MakeSound({ draft, from, back }: Props) {
  const minutes = useSignal('');
  const language = useKept('draft.language', USUAL_LANGUAGE);
  const urgency = useSignal<Urgency>('normal');
  const drill = useSignal(false);
  const text = textOf(draft, from);
  const hints = useHints(text);
  const personal = useKept(`personal.${from.documentId}.${from.part ?? 'all'}`);
  const make = async () => {
    const made = await api.addBulletin(
      wishOf({
        ...{ draft, from, minutes, language: language.value },
        ...{ urgency: urgency.value, drill: drill.value },
        personalData: isPersonal(personal, hints),
      }),
    );
    sent('draft.text', 'draft.title', 'draft.language');
    go(`/say/${made.id}`);
  };
  const w = words.value.say;
  return (
    <>
      <Section title={w.reading} step={2}>
        <HowItReads reading={from.reading} />
        <button type="button" class="button" onClick={back}>
          {w.change}
        </button>
      </Section>
      <Section title={w.make} step={3}>
        <Choice label={w.length} value={minutes} options={lengths(from.reading)} />
        <LanguageChoice value={language} />
        <Urgencies urgency={urgency} drill={drill} />
        <PersonalBox said={personal} text={text} hints={hints} />
        {urgency.value === 'normal' ? (
          <Act kind="main" act={make}>
            {w.make}
          </Act>
        ) : (
          <Confirm
            label={w.make}
            title={w.emergencySure}
            ask={w.emergencyAsk}
            yes={w.emergencyYes}
            act={make}
          />
        )}
      </Section>
    </>
  );
}

/** Of a file only what it is read as is known here: numbers are words there, names and births still stand. */
const textOf = ({ text }: Draft, { reading }: ToMake): string =>
  text === undefined || text.value.trim() === '' ? reading.spoken.join(' ') : text.value;

/** None while they are not known: the box can be ticked all the same. */
function useHints(text: string) {
  const ask = useAsk({ ask: () => reportsApi.hints(text), key: text });
  return ask.answer.value?.hints ?? [];
}

function wishOf(of: {
  draft: Draft;
  from: ToMake;
  minutes: Signal<string>;
  language: string;
  urgency: Urgency;
  drill: boolean;
  personalData: boolean;
}): NewBulletin {
  const title = of.draft.title.value.trim();
  return {
    areaId: of.draft.areaId.value,
    documentId: of.from.documentId,
    part: of.from.part,
    genre: of.from.reading.number === null ? 'notice' : 'excerpt',
    language: of.language,
    priority: of.urgency,
    drill: of.urgency === 'emergency' && of.drill,
    personalData: of.personalData,
    maxSeconds: of.minutes.value === '' ? null : Number(of.minutes.value) * 60,
    ...(title === '' ? {} : { title }),
  };
}

/** Only lengths shorter than the whole are a choice. */
function lengths({ estimatedSeconds }: Shown) {
  const w = words.value.say;
  const shorter = [1, 2, 3, 5, 10, 15].filter((minutes) => minutes * 60 < estimatedSeconds);
  return [
    { value: '', label: `${w.lengthWhole} (${length(estimatedSeconds)})` },
    ...shorter.map((minutes) => ({ value: `${minutes}`, label: w.lengthMinutes(minutes) })),
  ];
}

function Urgencies({ urgency, drill }: { urgency: Signal<Urgency>; drill: Signal<boolean> }) {
  const w = words.value.say;
  return (
    <>
      <Radios
        legend={w.priority}
        value={urgency.value}
        options={[
          { value: 'normal', label: w.normal, hint: w.normalHint },
          { value: 'emergency', label: w.emergency, hint: w.emergencyHint },
        ]}
        choose={(value) => {
          urgency.value = value as Urgency;
        }}
      />
      {urgency.value === 'emergency' && (
        <label class="pick">
          <input
            type="checkbox"
            checked={drill.value}
            onChange={() => {
              drill.value = !drill.value;
            }}
          />
          <span>{w.drill}</span>
        </label>
      )}
    </>
  );
}

/** Enough to see whether it reads well; the rest is one press away. */
const FIRST_SENTENCES = 8;

function HowItReads({ reading }: { reading: Shown }) {
  const all = useSignal(false);
  const w = words.value;
  const shown = all.value ? reading.spoken : reading.spoken.slice(0, FIRST_SENTENCES);
  return (
    <div class="reading">
      <p>
        <strong>{reading.title}</strong>
        {reading.number && ` · ${w.say.number} ${reading.number}`}
        {reading.issuer && ` · ${reading.issuer}`}
      </p>
      <p class="hint">{w.say.readingFacts(reading.sentences, length(reading.estimatedSeconds))}</p>
      <ol class="sentences">
        {shown.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {shown.length < reading.spoken.length && (
        <button type="button" class="button button-quiet" onClick={() => (all.value = true)}>
          {w.common.showAll(reading.spoken.length)}
        </button>
      )}
      <Doubts reading={reading} />
    </div>
  );
}

function Doubts({ reading }: { reading: Shown }) {
  const { doubts } = reading;
  const w = words.value;
  if (doubts.length === 0) return <p class="hint">{w.say.doubts(0)}</p>;
  return (
    <details class="fold fold-wait">
      <summary>{w.say.doubts(doubts.length)}</summary>
      <ul>
        {doubts.map((doubt) => (
          <li key={doubt.place}>
            <mark>{doubt.text}</mark> {doubt.reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
