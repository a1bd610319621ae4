// The bar that is always there: the genre, how long it will be against one to five minutes, and the making.
// It must never know how seconds are found.
import type { ClauseList } from '../../../http/schemas/composition.ts';
import type { DocumentView } from '../../../http/schemas/document.ts';
import { api } from '../../api.ts';
import { length } from '../../format.ts';
import { Act } from '../../parts/act.tsx';
import { Choice } from '../../parts/field.tsx';
import { LanguageChoice } from '../../parts/language-choice.tsx';
import { isPersonal, PersonalBox } from '../../parts/personal-box.tsx';
import type { Of } from '../../reading-api.ts';
import { go } from '../../router.ts';
import { words } from '../../words.ts';
import { type Draft, GENRES } from './draft.ts';
import type { Preview } from './use-preview.ts';

type Props = {
  list: ClauseList;
  draft: Draft;
  preview: Preview;
  document: DocumentView;
  of: Of;
};

export function Bar({ list, draft, preview, document, of }: Props) {
  const w = words.value.editor;
  const seconds = secondsOf(list, draft, preview);
  const picks = list.clauses.flatMap(({ id }) => (draft.picks.has(id) ? [id] : []));
  const found = preview.answer.value;
  const hints = found?.personalHints ?? [];
  const make = async () => {
    const text = draft.text.value;
    const title = draft.title.value.trim();
    const made = await api.addBulletin({
      areaId: document.tenantId,
      documentId: of.id,
      part: of.part,
      personalData: isPersonal(draft.personal, hints),
      language: draft.language.value,
      composition: { picks, genre: draft.genre },
      ...(text === '' ? {} : { text }),
      ...(title === '' ? {} : { title }),
    });
    draft.isMade(made.id);
    go(addressOf(of, made.id));
  };
  return (
    <section class="editor-bar" aria-label={w.length}>
      {found !== null && <PersonalBox said={draft.personal} text={found.text} hints={hints} />}
      {draft.made !== '' && (
        <p class="hint">
          {w.made} <a href={`#${addressOf(of, draft.made)}`}>{w.openMade}</a>
        </p>
      )}
      <div class="editor-bar-row">
        <Choice
          label={w.genre}
          value={draft.chooseGenre}
          options={GENRES.map((one) => ({ value: one, label: w.genres[one] ?? one }))}
        />
        <LanguageChoice value={draft.language} />
        <Gauge seconds={picks.length === 0 ? 0 : seconds} />
        <Act kind="main" act={make} disabled={picks.length === 0 || preview.failure.value !== null}>
          {w.make}
        </Act>
      </div>
    </section>
  );
}

export function addressOf({ id, part }: Of, bulletinId: string): string {
  const inside = part === null ? '' : `&part=${part}`;
  return `/editor?document=${id}${inside}&bulletin=${bulletinId}`;
}

/** The service's word once it has answered; between a tick and its answer, the sum. */
function secondsOf(list: ClauseList, draft: Draft, { answer, asking }: Preview): number {
  if (!asking.value && answer.value !== null) return answer.value.seconds;
  const ticked = list.clauses.filter(({ id }) => draft.picks.has(id));
  return ticked.reduce((sum, { seconds }) => sum + seconds, list.frames[draft.genre]);
}

/** A bulletin is one to five minutes (issue #4, 2): shorter says little, longer nobody hears out. */
const LEAST_S = 60;
const MOST_S = 300;
/** The whole width of the gauge: room to see by how much it is too long. */
const FULL_S = 360;

function Gauge({ seconds }: { seconds: number }) {
  const w = words.value.editor;
  const fit = seconds < LEAST_S ? 'short' : seconds > MOST_S ? 'long' : 'right';
  const share = Math.min(100, (seconds / FULL_S) * 100);
  return (
    <div class={`gauge gauge-${fit}`}>
      <p aria-live="polite">
        <strong>{length(seconds)}</strong> <small>{seconds === 0 ? '' : w[fit]}</small>
      </p>
      <div class="gauge-line" aria-hidden="true">
        <span class="gauge-fill" style={{ width: `${share}%` }} />
        <span class="gauge-least" />
        <span class="gauge-most" />
      </div>
    </div>
  );
}
