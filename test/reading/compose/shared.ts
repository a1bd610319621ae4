// What the tests of composing share: a text composed as the service does, and read again as it will sound.
// It must never assert anything: tests do.
import {
  type Clause,
  type Composed,
  type ComposeOrder,
  clausesOf,
  compose,
  type Script,
  turnsOf,
} from '../../../audio/reading/index.ts';
import { ordered, read } from '../shared.ts';

export const STATION = 'Đài truyền thanh xã Chiềng Lề';

export type Made = {
  text: string;
  script: Script;
  clauses: Clause[];
  compose(of: Partial<ComposeOrder> & { pick?: (clause: Clause) => boolean }): Composed;
};

export function made(text: string, script: Script = read(text)): Made {
  const clauses = clausesOf(script, { text });
  return {
    text,
    script,
    clauses,
    compose({ pick = () => true, ...of }) {
      const picks = clauses.filter(pick).map(({ id }) => id);
      const order = { script, text, genre: 'excerpt', station: STATION, notices: [] } as const;
      return compose({ ...order, picks, ...of });
    },
  };
}

/** As it will sound: labels of speakers are not said, what the document defines is known. */
export function heard({ text, local }: Composed): Script {
  const additions = local.map((one) => ({ ...one, note: 'định nghĩa', example: one.written }));
  return ordered(turnsOf(text).text, { additions });
}

export function tokens(script: Pick<Script, 'sentences'>): string[] {
  return script.sentences.flatMap(({ words }) =>
    words
      .toLowerCase()
      .split(/[\s.,;:]+/u)
      .filter((word) => word !== ''),
  );
}
