// What people write down of a site: its name and zone, where it stands, its SIM, how loud, a note, a picture.
// It must never decide what is a good place or number: src/domain/poles/site-facts.ts does.
import { createHash } from 'node:crypto';
import { composed } from '../../domain/composed.ts';
import { orThrow } from '../../domain/errors.ts';
import type { Site } from '../../domain/model.ts';
import type { Photo, SiteFacts } from '../../domain/poles/pole-model.ts';
import {
  checkPlace,
  checkSim,
  checkVolume,
  firstFacts,
  pictureType,
} from '../../domain/poles/site-facts.ts';
import type { Deps } from '../deps.ts';
import { line } from '../names.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { permitted } from '../scope.ts';
import type { Policies } from '../wire/policy.ts';
import type { SiteChange, SiteNotes, SpeakerDetail, Speakers } from './pole-door.ts';
import { noPicture, pictureTooLarge } from './pole-refusals.ts';
import type { Vitals } from './vitals.ts';

export type NoteParts = { deps: Deps; policies: Policies; vitals: Vitals; speakers: Speakers };

const MB = 1024 * 1024;
/** A phone's photo at two megapixels; larger ones say no more of a pole. */
export const PHOTO_MAX_MB = 3;
const NOTE_MAX_CHARS = 2_000;

export function makeSiteNotes(parts: NoteParts): SiteNotes {
  const { deps } = parts;
  const { store } = deps;
  return {
    change: (actor, input): SpeakerDetail => {
      const thing = store.sites.get(input.siteId);
      const before = permitted(deps, { actor, action: 'site.edit', thing });
      const site = changedSite(before, input);
      const facts = changedFacts(factsOf(deps, site.id), input);
      const { siteId: _, ...named } = input;
      store.transaction(() => {
        store.sites.update(site);
        store.siteFacts.put(facts);
        const subject = `site:${site.id}`;
        const { tenantId } = site;
        // which, not what: a note may name people
        const detail = { fields: Object.keys(named), volumePercent: facts.volumePercent };
        record(deps, { actor, action: 'site.edit', subject, tenantId, detail });
      });
      parts.policies.changed([site]);
      parts.vitals.changed(site, { newUnit: false });
      deps.changes.tell({ kind: 'speaker', id: site.id, tenantId: site.tenantId });
      return parts.speakers.get(actor, { siteId: site.id });
    },
    async setPhoto(actor, { siteId, bytes }) {
      const thing = store.sites.get(siteId);
      const site = permitted(deps, { actor, action: 'site.edit', thing });
      const type = pictureType(bytes);
      if (bytes.length > PHOTO_MAX_MB * MB) throw pictureTooLarge(PHOTO_MAX_MB);
      if (!type) throw noPicture();
      const hash = createHash('sha256').update(bytes).digest('hex');
      await deps.files.keep(hash, bytes);
      const photo: Photo = { hash, bytes: bytes.length, type };
      const { tenantId } = site;
      const replaced = factsOf(deps, siteId).photo?.hash;
      store.transaction(() => {
        store.siteFacts.put({ ...factsOf(deps, siteId), photo });
        const detail = { hash };
        record(deps, { actor, action: 'site.photo', subject: `site:${siteId}`, tenantId, detail });
      });
      if (replaced !== undefined && !isNamed(deps, replaced)) await deps.files.drop(replaced);
      deps.changes.tell({ kind: 'speaker', id: siteId, tenantId });
      return photo;
    },
    photo(actor, { siteId }) {
      const thing = store.sites.get(siteId);
      permitted(deps, { actor, action: 'speaker.view', thing });
      const { photo } = factsOf(deps, siteId);
      if (!photo) throw missing();
      return { path: deps.files.path(photo.hash), type: photo.type, photo };
    },
  };
}

/** One picture a pole: a script that sends a thousand must not fill the disk until the next start. */
function isNamed({ store }: Deps, hash: string): boolean {
  const named = [store.siteFacts.photoHashes(), store.documents.fileHashes()];
  return [...named, store.slips.fileHashes()].some((hashes) => hashes.includes(hash));
}

export function factsOf({ store }: Deps, siteId: string): SiteFacts {
  return store.siteFacts.get(siteId) ?? firstFacts(siteId);
}

function changedSite(site: Site, { name, zone }: SiteChange): Site {
  return {
    ...site,
    name: name === undefined ? site.name : line(name, 'name'),
    zone: zone ?? site.zone,
  };
}

function changedFacts(facts: SiteFacts, wish: SiteChange): SiteFacts {
  const { place, note, volumePercent, deviceClass, sim } = wish;
  return {
    ...facts,
    ...(place === undefined ? {} : { place: place && orThrow(checkPlace(place)) }),
    ...(note === undefined ? {} : { note: cleanNote(note) }),
    ...(sim === undefined ? {} : { sim: sim && orThrow(checkSim(sim)) }),
    volumePercent:
      volumePercent === undefined ? facts.volumePercent : orThrow(checkVolume(volumePercent)),
    deviceClass: deviceClass ?? facts.deviceClass,
  };
}

/** Lines stay lines; signs that nobody sees (a bidi override turns a number round) go. */
function cleanNote(note: string): string {
  const seen = composed(note).replace(/(?!\n)\p{C}/gu, '');
  return seen.trim().slice(0, NOTE_MAX_CHARS);
}
