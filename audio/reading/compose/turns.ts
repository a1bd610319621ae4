// Who says which stretch of a text: lines that begin with "Hỏi:", "Đáp:" and "Đài:".
// It must never know a voice; the labels themselves are not said.

export type Turn = { from: number; speaker: 'first' | 'second' };

/** "Đài" is the station's own announcer: what closes a dialogue is neither asked nor answered. */
const LABEL = /^[ \t]*(Hỏi|Đáp|Đài)[ \t]*:[ \t]?/gmu;

/** As long as it was, so that places stay places; each turn begins a paragraph. */
export function turnsOf(text: string): { text: string; turns: Turn[] } {
  const turns: Turn[] = [];
  const said = text.replace(LABEL, (label: string, who: string, at: number) => {
    turns.push({ from: at, speaker: who === 'Đáp' ? 'second' : 'first' });
    return `\n\n${label.slice(2).replace(/./gu, ' ')}`;
  });
  return { text: said, turns };
}
