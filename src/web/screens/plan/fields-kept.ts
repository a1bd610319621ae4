// The schedule's form as signals, one for each field, kept in this browser until it is sent.
// It must never know what a field means.
import { type Signal, signal, useSignalEffect } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { keepNow, recallKept } from '../../kept.ts';
import type { ScheduleFields } from './schedule-fields.ts';

export type FieldSignals = { [K in keyof ScheduleFields]-?: Signal<ScheduleFields[K]> };

/** @param name under which it is kept; another name is another form */
export function useFields(name: string, initial: ScheduleFields): FieldSignals {
  const kept = useRef<FieldSignals | null>(null);
  kept.current ??= asSignals({ ...initial, ...known(recalled(name), initial) });
  const fields = kept.current;
  const asGiven = JSON.stringify(initial);
  useSignalEffect(() => {
    const written = JSON.stringify(valuesOf(fields));
    keepNow(name, written === asGiven ? '' : written);
  });
  return fields;
}

export function valuesOf(fields: FieldSignals): ScheduleFields {
  const entries = Object.entries(fields).map(([key, { value }]) => [key, value] as const);
  return Object.fromEntries(entries) as ScheduleFields;
}

export function setAll(fields: FieldSignals, values: ScheduleFields): void {
  for (const [key, value] of Object.entries(values))
    (fields[key as keyof ScheduleFields] as Signal<unknown>).value = value;
}

function asSignals(values: ScheduleFields): FieldSignals {
  const entries = Object.entries(values).map(([key, value]) => [key, signal(value)] as const);
  return Object.fromEntries(entries) as FieldSignals;
}

/** Fields of an older page that this one does not have are nobody's. */
function known(kept: Partial<ScheduleFields>, initial: ScheduleFields): Partial<ScheduleFields> {
  return Object.fromEntries(Object.entries(kept).filter(([key]) => key in initial));
}

/** What an older page kept may be broken: then the form begins anew. */
function recalled(name: string): Partial<ScheduleFields> {
  try {
    return JSON.parse(recallKept(name) ?? '{}') as Partial<ScheduleFields>;
  } catch {
    return {};
  }
}
