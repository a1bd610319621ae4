// What a unit's label says, as a camera reads it or a person types the line beneath its code.
// It must never decide whether a label is true: the service knows its code.

/** @param unit the eight letters people call the box by */
export type Label = { unit: string; label: string };

const SCANNED = /^vangxa:unit:vangxa-spare-([0-9a-z]{8}):[0-9a-z]{12}$/;
/** "7k2mq4xz 9d3f-kq2w-0mzt", however it was spaced */
const TYPED = /^([0-9a-z]{8})[0-9a-z]{12}$/;

/** null: some other code, as of a parcel or a phone's box */
export function readLabel(text: string): Label | null {
  const label = text.trim();
  const low = label.toLowerCase();
  const unit = SCANNED.exec(low)?.[1] ?? TYPED.exec(low.replace(/[\s-]/g, ''))?.[1];
  return unit === undefined ? null : { unit, label };
}

/** A spare's id as people call it. */
export const shortUnit = (spareId: string): string => spareId.replace(/^vangxa-spare-/, '');
