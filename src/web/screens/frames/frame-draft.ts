// What is typed of a frame and not yet saved: kept in this browser, beginning with the frame as it was opened.
// It must never send anything.
import type { FrameWords } from '../../../http/schemas/frame.ts';
import { sent, useKept } from '../../kept.ts';
import { type Gap, gapOf, type Slots } from './gaps.ts';

export type Before = Omit<FrameWords, 'slots' | 'sentences'> & {
  sentences: readonly string[];
  slots: Slots;
};

/** @param of.kept its name in this browser: another version of a frame is another draft */
export function useFrameDraft({ kept, before }: { kept: string; before: Before | undefined }) {
  const own = (before?.slots ?? []).map((slot) => [slot.name, gapOf(slot)]);
  const gaps = useKept(`${kept}.gaps`, JSON.stringify(Object.fromEntries(own)));
  const filled: Readonly<Record<string, Gap>> = JSON.parse(gaps.value);
  return {
    name: useKept(`${kept}.name`, before?.name),
    text: useKept(`${kept}.text`, before?.sentences.join('\n')),
    templateId: useKept(`${kept}.template`, before?.templateId ?? ''),
    language: useKept(`${kept}.language`, before?.language ?? 'blt'),
    filled,
    fill(gap: string, now: Gap): void {
      gaps.value = JSON.stringify({ ...filled, [gap]: now });
    },
    forget: () => sent(...PARTS.map((part) => `${kept}.${part}`)),
  };
}
const PARTS = ['name', 'text', 'template', 'language', 'gaps'];
