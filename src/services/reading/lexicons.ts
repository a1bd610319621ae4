// What a commune and its province add to the lexicon, beside the entries that come with the product.
// It must never know how an entry is used in reading; bulletins already made keep their sound.
import { composed } from '../../domain/composed.ts';

import type { LexiconAddition } from '../../domain/documents/reading-model.ts';
import type { Actor, Area } from '../../domain/model.ts';
import type { Action } from '../../domain/rights.ts';
import type { Deps } from '../deps.ts';
import { record } from '../record.ts';
import { missing, refusal, taken } from '../refusals.ts';
import { permit, seenArea } from '../scope.ts';
import { checkedEntry, keepEntry } from './lexicon-entries.ts';
import type { LexiconLine, Lexicons } from './reading-door.ts';
import { lexiconRevision, reviseLexicon, tenantsAbove } from './reading-order.ts';

export function makeLexicons(deps: Deps): Omit<Lexicons, 'uses'> {
  const { store } = deps;
  return {
    list(actor, { areaId, search, limit }) {
      const area = tenantFor(deps, { actor, areaId, action: 'lexicon.view' });
      const wanted = fold(search);
      const found = linesFor(deps, area).filter(
        ({ written, spoken }) => fold(written).includes(wanted) || fold(spoken).includes(wanted),
      );
      const revision = lexiconRevision(deps, areaId);
      return { revision, entries: found.slice(0, limit), whole: found.length <= limit };
    },
    add(actor, { areaId, entry }) {
      const area = tenantFor(deps, { actor, areaId, action: 'lexicon.edit' });
      return change(deps, area, () => {
        const checked = checkedEntry(deps, entry);
        refuseTwice(deps, { areaId, written: checked.written });
        return keepEntry(deps, { actor, areaId, entry: checked });
      });
    },
    change(actor, { areaId, entryId, entry }) {
      const area = tenantFor(deps, { actor, areaId, action: 'lexicon.edit' });
      return change(deps, area, () => {
        const { id } = own(deps, { areaId, entryId });
        const checked = checkedEntry(deps, entry);
        refuseTwice(deps, { areaId, written: checked.written, but: id });
        return keepEntry(deps, { actor, areaId, entry: checked, id });
      });
    },
    drop(actor, { areaId, entryId }) {
      const area = tenantFor(deps, { actor, areaId, action: 'lexicon.edit' });
      change(deps, area, () => {
        const { id, written, spoken } = own(deps, { areaId, entryId });
        store.additions.drop(id);
        reviseLexicon(deps, areaId);
        const detail = { did: 'drop', written, was: spoken };
        const subject = `area:${areaId}`;
        record(deps, { actor, action: 'lexicon.edit', subject, tenantId: areaId, detail });
      });
    },
  };
}

/** A province or a commune: villages read as their commune does. */
export function tenantFor(deps: Deps, of: { actor: Actor; areaId: string; action: Action }): Area {
  const area = seenArea(deps, of);
  permit(deps, { actor: of.actor, action: of.action, tenantId: area.tenantId });
  if (area.id !== area.tenantId) throw notItsOwn();
  return area;
}

function change<T>(deps: Deps, area: Area, act: () => T): T {
  const done = deps.store.transaction(act);
  deps.changes.tell({ kind: 'area', id: area.id, tenantId: area.id });
  return done;
}

function own({ store }: Deps, of: { areaId: string; entryId: string }): LexiconAddition {
  const addition = store.additions.get(of.entryId);
  if (addition?.areaId !== of.areaId) throw missing();
  return addition;
}

function refuseTwice({ store }: Deps, of: { areaId: string; written: string; but?: string }): void {
  const same = store.additions.of(of.areaId).find(({ written }) => written === of.written);
  if (same && same.id !== of.but) throw taken('written', of.written);
}

/** A person's own first, then by what is written; of one written form the one that is said comes first. */
function linesFor(deps: Deps, area: Area): LexiconLine[] {
  const layers = tenantsAbove(deps, area.id).map((areaId) =>
    deps.store.additions.of(areaId).map((addition) => asLine(deps, addition)),
  );
  const builtIn = deps.reader
    .lexicon()
    .map(({ table, ...entry }) => ({ ...entry, id: null, from: 'built-in' as const, table }));
  const said = new Set<string>();
  return [...layers, builtIn]
    .flatMap((layer) => {
      const lines = layer.map((line) => ({ ...line, hidden: said.has(line.written) }));
      for (const { written } of layer) said.add(written);
      return lines;
    })
    .sort(
      (a, b) =>
        Number(a.id === null) - Number(b.id === null) ||
        (a.written < b.written ? -1 : Number(a.written > b.written)),
    );
}

function asLine(deps: Deps, addition: LexiconAddition): Omit<LexiconLine, 'hidden'> {
  const { id, areaId, written, spoken, note, example } = addition;
  const isProvinces = deps.store.areas.get(areaId)?.kind === 'province';
  const from = isProvinces ? 'province' : 'commune';
  return { id, from, table: null, written, spoken, note, example };
}

function fold(text: string): string {
  return composed(text).trim().toLowerCase();
}

function notItsOwn() {
  return refusal('caller', 'not-a-tenant', {
    vi: 'Cách đọc do xã (hoặc tỉnh) đặt, không đặt riêng cho thôn, bản.',
    en: 'How texts are read is set by the commune (or province), not for a single village.',
    place: 'areaId',
  });
}
