// Rows of what is known of a site: facts, and what its speaker was commanded.
// It must never know what a fact is worth.
import type { Command, IncidentFacts, Photo, Sim, SiteFacts } from '../domain/poles/pole-model.ts';
import type { PoleStore } from '../services/poles/pole-store.ts';
import { queries } from './queries.ts';
import type { Runner } from './runner.ts';
import type { PoleTables } from './tables-poles.ts';

export function siteFactRows(run: Runner): PoleStore['siteFacts'] {
  const facts = queries.selectFrom('siteFacts').selectAll();
  return {
    get(siteId) {
      const row = run.first(facts.where('siteId', '=', siteId));
      return row && asFacts(row);
    },
    all: () => run.all(facts).map(asFacts),
    put(given) {
      const { siteId, ...changed } = asRow(given);
      run.change(
        queries
          .insertInto('siteFacts')
          .values({ siteId, ...changed })
          .onConflict((clash) => clash.column('siteId').doUpdateSet(changed)),
      );
    },
    photoHashes: () =>
      run
        .all(queries.selectFrom('siteFacts').select('photo').where('photo', 'is not', null))
        .map(({ photo }) => (JSON.parse(photo as string) as Photo).hash),
  };
}

function asRow({ place, photo, sim, ...facts }: SiteFacts): PoleTables['siteFacts'] {
  return {
    ...facts,
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    photo: photo && JSON.stringify(photo),
    sim: sim && JSON.stringify(sim),
  };
}

function asFacts({ lat, lon, photo, sim, ...row }: PoleTables['siteFacts']): SiteFacts {
  return {
    ...row,
    place: lat === null || lon === null ? null : { lat, lon },
    photo: photo === null ? null : (JSON.parse(photo) as Photo),
    sim: sim === null ? null : (JSON.parse(sim) as Sim),
  };
}

export function commandRows(run: Runner): PoleStore['commands'] {
  const commands = queries.selectFrom('commands').selectAll();
  return {
    insert: (command) =>
      void run.change(queries.insertInto('commands').values(asCommandRow(command))),
    get(orderId) {
      const row = run.first(commands.where('orderId', '=', orderId));
      return row && asCommand(row);
    },
    answer(orderId, { atMs, ok, facts }) {
      run.change(
        queries
          .updateTable('commands')
          .set({ answeredAtMs: atMs, ok: Number(ok), facts: JSON.stringify(facts) })
          .where('orderId', '=', orderId)
          .where('answeredAtMs', 'is', null),
      );
    },
    // an order's id is a ULID: it grows with the time it was asked
    ofSite: (siteId, limit) =>
      run
        .all(commands.where('siteId', '=', siteId).orderBy('orderId', 'desc').limit(limit))
        .map(asCommand),
  };
}

function asCommandRow(command: Command): PoleTables['commands'] {
  const ok = command.ok === null ? null : Number(command.ok);
  return { ...command, ok, facts: JSON.stringify(command.facts) };
}

function asCommand(row: PoleTables['commands']): Command {
  const ok = row.ok === null ? null : row.ok === 1;
  return { ...row, ok, facts: JSON.parse(row.facts) as IncidentFacts };
}
