// What a unit's label says: "vangxa:unit:<spare>:<code>", as a camera reads it or a person types it.
// It must never decide whether a label is true: the service knows its code.
export type Label = { spareId: string; label: string };

const FORM = /^vangxa:unit:([a-z0-9]+(?:-[a-z0-9]+)*):([A-Za-z0-9-]{4,64})$/;
/** A label typed without its first words is meant the same. */
const SHORT = /^([a-z0-9]+(?:-[a-z0-9]+)*)[:\s]+([A-Za-z0-9-]{4,64})$/;

/** null: some other code, as of a parcel or a phone's box */
export function readLabel(text: string): Label | null {
  const trimmed = text.trim();
  const found = FORM.exec(trimmed) ?? SHORT.exec(trimmed);
  if (found === null) return null;
  const [, spareId = '', code = ''] = found;
  return { spareId, label: `vangxa:unit:${spareId}:${code}` };
}
