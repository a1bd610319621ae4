// The outline of a script: for each document its facts, its counts and how long it is, as JSON.
// It must never know how any of it was found.

import { type DocumentFacts, programmesOf, type Script, secondsOf } from '../reading/index.ts';

/** The usual length of a programme on a commune's loudspeakers. */
const PROGRAMME_MINUTES = 30;

export function outlineOf(script: Script) {
  const programmes = programmesOf(script, { minutes: PROGRAMME_MINUTES });
  return {
    documents: script.documents.map((facts) => {
      const { counts, sentenceFrom, sentenceTo } = facts;
      const said = script.sentences.slice(sentenceFrom, sentenceTo);
      return {
        number: facts.number,
        issuer: facts.issuer,
        date: facts.date,
        title: facts.title,
        dieu: counts.dieu,
        phan: counts.phan,
        muc: counts.muc,
        subMuc: counts.subMuc,
        diem: counts.diem,
        tables: counts.tables,
        tableRows: counts.tableRows,
        joinedWraps: counts.joinedWraps,
        syllables: said.reduce((sum, sentence) => sum + sentence.syllables, 0),
        minutes: minutesOf(said),
        programmes: programmes.filter(
          (one) => one.sentenceFrom < sentenceTo && one.sentenceTo > sentenceFrom,
        ).length,
        doubts: script.doubts.filter((doubt) => within(facts, doubt.from)).length,
      };
    }),
  };
}

export function minutesOf(said: readonly { words: string }[]): number {
  return Math.round(secondsOf(said) / 6) / 10;
}

function within({ sourceFrom, sourceTo }: DocumentFacts, at: number): boolean {
  return at >= sourceFrom && at < sourceTo;
}
