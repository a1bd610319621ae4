// What a programme will sound like, edition by edition: its bar of lengths, what is missing, what had no room.
// It must never add anything up: every length comes from the service.
import type {
  EditionPreview,
  ProgrammePreview,
  ProgrammeWish,
} from '../../../http/schemas/programme.ts';
import { api } from '../../api.ts';
import { type Ask, useAsk } from '../../ask.ts';
import { Act } from '../../parts/act.tsx';
import { Notice } from '../../parts/notice.tsx';
import { Shown } from '../../parts/shown.tsx';
import { programmesApi } from '../../programmes-api.ts';
import { said, words } from '../../words.ts';
import { useSettled } from '../plan/next-five.tsx';
import { exact } from './exact.ts';

export function Previewed({ wish }: { wish: ProgrammeWish }) {
  const w = words.value.programme;
  const settled = useSettled(wish);
  const ask = useAsk({
    ask: () => programmesApi.preview(settled),
    key: JSON.stringify(settled),
    on: ['bulletin', 'area'],
  });
  const nameOf = useLanguageNames();
  return (
    <Shown ask={ask}>
      {({ editions }) => (
        <>
          {editions.map((edition) => (
            <Edition key={edition.languages.join()} edition={edition} nameOf={nameOf} />
          ))}
          <div class="actions">
            <Act kind="main" disabled={!sounds(ask)} act={() => programmesApi.build(settled)}>
              {w.build}
            </Act>
          </div>
        </>
      )}
    </Shown>
  );
}

function sounds({ answer }: Ask<ProgrammePreview>): boolean {
  const editions = answer.value?.editions ?? [];
  return editions.every(({ pieces }) => pieces.some(({ kind }) => kind === 'item'));
}

export function useLanguageNames(): (codes: readonly string[]) => string {
  const { answer } = useAsk({ ask: api.languages });
  const names = new Map(answer.value?.languages.map(({ code, name }) => [code, name]));
  return (codes) => codes.map((code) => names.get(code) ?? code).join(' → ');
}

type Props = { edition: EditionPreview; nameOf(codes: readonly string[]): string };

function Edition({ edition, nameOf }: Props) {
  const w = words.value.programme;
  const { languages, areaNames, pieces, durationMs, mostMs, missing, leftOut } = edition;
  return (
    <article class="card edition-card">
      <h3>{w.edition(nameOf(languages))}</h3>
      <p class="hint">{w.heardIn(areaNames.join(', '))}</p>
      <p>
        <strong>{w.lasts(exact(durationMs))}</strong>
        {mostMs !== null && w.ofMost(exact(mostMs))}
      </p>
      {pieces.length === 0 ? <p class="wrong">{w.nothing}</p> : <Bar pieces={pieces} />}
      <ol class="edition-pieces">
        {pieces.map(({ kind, bulletinId, title, language, durationMs: lasts, startMs }) => (
          <li key={startMs}>
            {kind !== 'item' && bulletinId !== null && `${w.kinds[kind]}: `}
            {bulletinId === null ? w.kinds[kind] : title}
            {language !== null && languages.length > 1 && ` (${nameOf([language])})`}{' '}
            <span class="hint">{exact(lasts)}</span>
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <Notice tone="wait">
          <p>{w.missing}</p>
          <ul>
            {missing.map((one) => (
              <li key={`${one.originalId} ${one.language}`}>
                {said(one.says)}{' '}
                <a
                  class="button button-quiet"
                  href={`#/say/${one.there?.bulletinId ?? one.originalId}`}
                >
                  {one.there ? w.seeTo : w.make}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {leftOut.length > 0 && (
        <Notice tone="wait">
          <p>{w.leftOut}</p>
          <ul>
            {leftOut.map((one) => (
              <li key={one.originalId}>{said(one.says)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </article>
  );
}

/** Read below word for word: the bar itself is for the eye. */
function Bar({ pieces }: Pick<EditionPreview, 'pieces'>) {
  return (
    <div class="edition-bar" aria-hidden="true">
      {pieces.map(({ kind, startMs, durationMs }) => (
        <span
          key={startMs}
          class={kind === 'item' ? '' : 'bar-around'}
          style={{ flexGrow: durationMs }}
        />
      ))}
    </div>
  );
}
