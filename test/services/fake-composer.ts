// A composer whose clauses are the lines of a text, so that a test sees at a glance what was ticked.
// It must never know a use-case, nor the real rules of composing.
import type { ClauseFound, Composer } from '../../src/services/bulletins/compose-port.ts';

export function fakeComposer(): Composer {
  const clauses = (text: string): ClauseFound[] => {
    let at = 0;
    return text.split('\n').flatMap((line) => {
      const from = at;
      at += line.length + 1;
      if (line.trim() === '') return [];
      const of = { label: null, labels: [], depth: 0, heading: null, sentences: 1, seconds: 4 };
      return [{ id: `c${from}`, title: line, from, to: from + line.length, ...of }];
    });
  };
  return {
    clauses: async (text) => clauses(text),
    async compose(text, _order, { picks, station, notices, genre }) {
      const chosen = clauses(text).filter(({ id }) => picks.includes(id));
      const opening = [`${station} ${genre}`, ...notices].join('\n');
      let at = opening.length + 1;
      const slices = chosen.map(({ from, to }) => {
        const slice = { from: at, to: at + to - from, sourceFrom: from, sourceTo: to };
        at = slice.to + 1;
        return slice;
      });
      return {
        title: chosen[0]?.title ?? '',
        text: [opening, ...chosen.map(({ title }) => title)].join('\n'),
        slices,
        local: [],
        unknown: picks.filter((pick) => !chosen.some(({ id }) => id === pick)),
      };
    },
    turns: (text) => ({ text, turns: [] }),
  };
}
