// The lexicon this room carries itself.
// It must never know documents' own definitions: those win and live in `grammar/local.ts`.

import { spelled } from '../words/letters.ts';
import { ABBREVIATIONS, DOTTED, SPELLED } from './abbreviations.ts';
import { FOREIGN, HOST_PARTS } from './foreign.ts';
import { FIELDS, HEADS, ISSUERS, PLACES, UNITS as ROOMS, TYPES } from './issuer-tables.ts';
import type { Ambiguous, Lexicon, Said, Table } from './lexicon.ts';
import { ARTIFICIAL, MISREADINGS } from './misreadings.ts';
import { FALLBACK, ROADS, SENSES } from './senses.ts';
import { EXACT, MONEY, PER_WORDS, UNITS } from './unit-tables.ts';

function tableOf(name: string, entries: Iterable<readonly [string, string]>): Table {
  return new Map(
    [...entries].map(([written, spoken]): [string, Said] => [
      written,
      { id: `${name}:${written}`, spoken },
    ]),
  );
}

const ambiguous = Object.entries(SENSES).map(([written, senses]): [string, Ambiguous] => {
  const id = `ambiguous:${written}`;
  const fallback = FALLBACK[written];
  return [
    written,
    {
      senses: senses.map(({ when, say }) => ({
        id,
        spoken: say,
        fits: (left, right) => when({ left, right }),
      })),
      fallback: fallback === undefined ? null : { id, spoken: fallback },
    },
  ];
});

export const BUILT_IN: Lexicon = {
  abbreviations: tableOf('abbreviations', ABBREVIATIONS),
  spelled: tableOf(
    'spelled',
    [...SPELLED].map((written) => [written, spelled(written)] as const),
  ),
  dotted: tableOf('dotted', DOTTED),
  roads: tableOf('roads', Object.entries(ROADS)),
  foreign: tableOf('foreign', FOREIGN),
  hosts: tableOf('hosts', HOST_PARTS),
  types: tableOf('types', Object.entries(TYPES)),
  issuers: tableOf('issuers', Object.entries(ISSUERS)),
  offices: tableOf('offices', HEADS),
  fields: tableOf('fields', Object.entries(FIELDS)),
  places: tableOf('places', Object.entries(PLACES)),
  rooms: tableOf('rooms', Object.entries(ROOMS)),
  units: tableOf('units', Object.entries({ ...UNITS, ...EXACT })),
  money: tableOf('money', Object.entries(MONEY)),
  per: tableOf(
    'per',
    [...PER_WORDS].map((written) => [written, 'một'] as const),
  ),
  ambiguous: new Map(ambiguous),
  misreadings: [[ARTIFICIAL, 'AI'] as const, ...MISREADINGS].map(([pattern, right]) => ({
    pattern,
    right,
    id: `misreadings:${right}`,
  })),
  bound: new Set(
    [...ABBREVIATIONS.values()].flatMap((meant) =>
      [...meant.matchAll(/(\p{L}+),\s(\p{L}+)/gu)].map((match) => `${match[1]} ${match[2]}`),
    ),
  ),
};
