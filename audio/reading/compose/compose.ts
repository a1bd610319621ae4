// A bulletin's text from the clauses a person ticked: what opens it, the clauses in their order, what closes it.
// It must never say what the document does not, nor decide whether a bulletin may air.
import type { Pace } from '../programmes/duration.ts';
import type { DocumentFacts, Script } from '../types.ts';
import { bodyOf, type Picked } from './body.ts';
import { type Clause, clausesOf, linesOf } from './clauses.ts';
import { aboutOf, asTitle, type Called, calledAs, sayAbout, sayName } from './facts.ts';
import { recased } from './recase.ts';
import { type Scroll, type Slice, startScroll } from './scroll.ts';

export type ComposedGenre = 'news' | 'excerpt' | 'qa' | 'situation' | 'story';
export type ComposeOrder = {
  script: Script;
  text: string;
  /** Which document of a gazette: its sentences. */
  sentenceFrom?: number;
  sentenceTo?: number;
  picks: readonly string[];
  genre: ComposedGenre;
  /** "Đài truyền thanh xã Chiềng Lề" */
  station: string;
  /** What the sound must say of the document's standing, at its beginning and at its end. */
  notices: readonly string[];
  pace?: Pace;
};
export type Composed = {
  title: string;
  text: string;
  slices: Slice[];
  /** What the document itself calls things: said here too, where its definition was not ticked. */
  local: { written: string; spoken: string }[];
  /** Picks that are no clause of this text, as after it was read otherwise. */
  unknown: string[];
};

export function compose(order: ComposeOrder): Composed {
  const { script, text } = order;
  const clauses = clausesOf(script, order);
  const chosen = clauses.filter(({ id }) => order.picks.includes(id));
  const picked = chosen.map((clause): Picked => {
    const range = { from: clause.sentenceFrom, to: clause.sentenceTo, text };
    return { clause, lines: linesOf(script, range) };
  });
  const heads = new Set(picked.flatMap(({ lines }) => lines.map(({ bodyFrom }) => bodyFrom)));
  const scroll = startScroll(recased(text, { script, stretches: chosen, heads }));
  const called = calledAs(script, factsFor(order, chosen[0]));
  open(scroll, called, order);
  bodyOf(scroll, { clauses, picked, called, genre: order.genre, text });
  close(scroll, called, order);
  return {
    title: titleOf(called, { genre: order.genre, chosen }),
    ...scroll.done(),
    local: localOf(script, chosen),
    unknown: order.picks.filter((pick) => !clauses.some(({ id }) => id === pick)),
  };
}

/** The document the first clause stands in. */
function factsFor({ script, sentenceFrom = 0 }: ComposeOrder, first?: Clause): DocumentFacts {
  const at = first?.sentenceFrom ?? sentenceFrom;
  const found = script.documents.find((one) => one.sentenceFrom <= at && at < one.sentenceTo);
  return found ?? (script.documents[0] as DocumentFacts);
}

const CALLED: Readonly<Record<ComposedGenre, string>> = {
  news: 'tin',
  excerpt: 'trích đọc',
  qa: 'mục hỏi đáp',
  situation: 'mục tình huống pháp luật',
  story: 'câu chuyện pháp luật',
};

function open(scroll: Scroll, called: Called, { genre, station, notices }: ComposeOrder): void {
  scroll.own(`Đây là ${station}. Mời bà con nghe ${CALLED[genre]} `);
  if (genre === 'excerpt') {
    sayName(scroll, called, { day: true });
    if (called.facts.title !== null) {
      scroll.own(', ');
      sayAbout(scroll, called);
    }
  } else {
    const about = sayAbout(scroll, called);
    scroll.own(about ? ', theo ' : 'theo ');
    sayName(scroll, called, { day: true });
  }
  scroll.own('.');
  for (const notice of notices) scroll.own(`\n\n${notice}`);
}

function close(scroll: Scroll, called: Called, { genre, notices }: ComposeOrder): void {
  scroll.own(`\n\n${genre === 'qa' ? 'Đài: ' : ''}Vừa rồi là ${CALLED[genre]} `);
  if (genre !== 'excerpt') scroll.own('theo ');
  sayName(scroll, called, { day: false });
  scroll.own('.');
  for (const notice of notices) scroll.own(`\n\n${notice}`);
}

const HEADED: Readonly<Record<ComposedGenre, string>> = {
  news: '',
  excerpt: 'Trích: ',
  qa: 'Hỏi – đáp: ',
  situation: 'Tình huống: ',
  story: 'Câu chuyện: ',
};
/** As many as fit a line of a list. */
const TITLE_CHARS = 160;

/** A headed clause alone gives its heading; several are called by their document. */
function titleOf(
  called: Called,
  { genre, chosen }: { genre: ComposedGenre; chosen: readonly Clause[] },
): string {
  const tops = chosen.flatMap(({ heading, depth }) => (depth === 0 && heading) || []);
  const alone = tops.length === 1 ? asTitle(tops[0] as string, called) : null;
  const about = alone ?? aboutOf(called) ?? called.facts.number ?? chosen[0]?.title ?? '';
  const title = `${HEADED[genre]}${about}`.trim();
  return title.length <= TITLE_CHARS ? title : `${title.slice(0, TITLE_CHARS - 1)}…`;
}

const LOCAL = /^local:(.+)$/u;

function localOf(script: Script, chosen: readonly Clause[]): Composed['local'] {
  const local = new Map<string, string>();
  for (const { sentenceFrom, sentenceTo } of chosen)
    for (const { trace } of script.sentences.slice(sentenceFrom, sentenceTo))
      for (const { entry = '', words } of trace) {
        const written = LOCAL.exec(entry)?.[1];
        if (written !== undefined && !written.includes(' + ')) local.set(written, words);
      }
  return [...local].map(([written, spoken]) => ({ written, spoken }));
}
