// What a filled notice gives a frame of its template, and what of the notice the frame leaves unsaid.
// It must never know recordings.
import type { NoticeSlot, NoticeTemplate, SlotValues } from '../notices/notice-model.ts';
import { slotsIn } from '../notices/notice-text.ts';
import type { FrameValues, FrameWords } from './frame-model.ts';

/** Of a span "2026-11-25T07:00/2026-11-25T11:30" both ends, each as a day and an hour. */
export const SPAN_ENDS = ['tu-ngay', 'tu-gio', 'den-ngay', 'den-gio'] as const;

type Slots = Pick<FrameWords, 'slots'>;
type Notice = { template: Pick<NoticeTemplate, 'slots'>; slots: SlotValues };

/** Only what the frame has a gap for; a gap the notice knows nothing of stays empty, and is a problem where it must not. */
export function valuesOfNotice(frame: Slots, { template, slots }: Notice): FrameValues {
  const given = new Map(template.slots.flatMap((slot) => given_(slot, slots)));
  return Object.fromEntries(
    frame.slots.flatMap(({ name, kind }) => {
      const value = given.get(name);
      if (value === undefined) return [];
      return [[name, kind === 'number' ? value.replace(/[ .]/gu, '') : value]];
    }),
  );
}

/** Labels of what was filled in and is not in the frame: said in Vietnamese only. */
export function unsaidOf(frame: Slots, { template, slots }: Notice): string[] {
  const said = new Set(frame.slots.map(({ name }) => name));
  return template.slots
    .filter((slot) => {
      const names = given_(slot, slots).map(([name]) => name);
      return names.length > 0 && !names.some((name) => said.has(name));
    })
    .map(({ label }) => label.vi);
}

/** What a frame of this template may have gaps for. */
export function slotNamesOf(template: Pick<NoticeTemplate, 'slots' | 'body'>): string[] {
  const used = new Set(template.body.flatMap(slotsIn));
  return template.slots
    .filter(({ name }) => used.has(name))
    .flatMap(({ name, kind }) =>
      kind === 'span' ? SPAN_ENDS.map((end) => `${name}-${end}`) : [name],
    );
}

function given_({ name, kind }: NoticeSlot, slots: SlotValues): [string, string][] {
  const value = Object.hasOwn(slots, name) ? (slots[name] as string).trim() : '';
  if (value === '') return [];
  if (kind !== 'span') return [[name, value]];
  const ends = value.split('/').flatMap((end) => end.split('T'));
  return SPAN_ENDS.flatMap((end, at) => {
    const part = ends[at];
    return part === undefined ? [] : [[`${name}-${end}`, part] as [string, string]];
  });
}
