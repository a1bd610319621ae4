// What is known of one airing at one speaker, fact by fact: only ever added to, never taken back.
// It must never know rows or who reads them; a verdict is a reduction of these (verdicts.ts).
import type { Receipt } from '../../../devices/protocol/index.ts';
import type { Hindrance } from '../model.ts';

/** Without sound or speakers there is nobody to give a verdict to: only the audit says so. */
export type SaidHindrance = Exclude<Hindrance, 'no-clip' | 'no-speakers'>;

/**
 * How an airing was ended by a decision; `changed`: its approval no longer held · `replanned`: its time,
 * day or turn is another now.
 */
export type Ending =
  | 'stop'
  | 'cancel'
  | 'withdrawn'
  | 'changed'
  | 'replanned'
  | 'all-clear'
  | 'ended';

export type Fact = { atMs: number } & (
  | { kind: 'planned' }
  | { kind: 'hindered'; why: SaidHindrance }
  /** the signed order went out */
  | { kind: 'sent' }
  | { kind: 'receipt'; receipt: Receipt; takenAtMs: number }
  | { kind: 'link-lost' | 'link-back' | 'mains-lost' | 'mains-back' | 'unit-removed' }
  /** the last it said of itself, or its last will */
  | { kind: 'heard'; online: boolean }
  | { kind: 'hush'; untilMs: number; reason: string }
  /** `by`: somebody's full name; null: the service itself */
  | { kind: 'ended'; how: Ending; by: string | null; reason: string | null }
  | {
      kind: 'displaced';
      byTitle: string;
      untilMs: number | null;
      /** both were emergencies, and it was the less severe one */
      severer?: boolean;
      /** that emergency was ended by an all-clear */
      clear?: { atMs: number; by: string | null };
    }
  /** two of priority wanted one time (Thông tư 39/2020): a person chose, or nobody did before `untilMs` */
  | { kind: 'order'; chosenBy: string | null; untilMs: number }
  | { kind: 'clock-off'; errorMs: number | null }
);
export type FactKind = Fact['kind'];

/** Changes of a speaker's link and power: kept for every site, whether an airing was near or not. */
export const TURN_KINDS = ['link-lost', 'link-back', 'mains-lost', 'mains-back'] as const;
export type TurnKind = (typeof TURN_KINDS)[number];
/**
 * Two years: the longest a yearly report and a complaint about it take. 5,000 poles with four turns a
 * day are 15 million rows of 40 bytes.
 */
export const TURNS_KEPT_MS = 2 * 366 * 86_400_000;
export type SiteTurn = { siteId: string; atMs: number; kind: TurnKind };

/** What an airing's own table keeps: receipts, turns, hushes and units have rows of their own. */
export type KeptFact = Extract<Fact, { kind: 'planned' | 'hindered' | 'sent' | 'ended' | 'order' }>;

export const byTime = (a: Fact, b: Fact): number => a.atMs - b.atMs;

export function receiptsIn(facts: readonly Fact[]): Receipt[] {
  return facts.flatMap((fact) => (fact.kind === 'receipt' ? [fact.receipt] : []));
}

export function lastFact<Kind extends FactKind>(
  facts: readonly Fact[],
  kind: Kind,
): (Fact & { kind: Kind }) | null {
  let last: Fact | null = null;
  for (const fact of facts)
    if (fact.kind === kind && (last === null || fact.atMs >= last.atMs)) last = fact;
  return last as (Fact & { kind: Kind }) | null;
}

/** Since when it is lost, unless it came back before that instant. */
export function lostSince(
  facts: readonly Fact[],
  of: { lost: TurnKind; back: TurnKind; atMs: number },
): number | null {
  let sinceMs: number | null = null;
  for (const fact of [...facts].sort(byTime)) {
    if (fact.atMs > of.atMs) break;
    if (fact.kind === of.lost) sinceMs ??= fact.atMs;
    else if (fact.kind === of.back) sinceMs = null;
  }
  return sinceMs;
}

/** What a verdict keeps of its facts: all that its sentence needs, and no raw receipt. */
export const SAID_MAX = 24;

export function saidFacts(facts: readonly Fact[]): Fact[] {
  return facts
    .filter(({ kind }) => kind !== 'receipt')
    .sort(byTime)
    .slice(-SAID_MAX);
}
