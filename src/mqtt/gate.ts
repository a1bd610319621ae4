// Who may connect and which topics each may touch: the ACL of the embedded broker (WIRE principle 6).
// It must never know rows or messages; Mosquitto is told the same in files (mosquitto-files.ts).
import { createHash, timingSafeEqual } from 'node:crypto';
import {
  type ParsedTopic,
  parseTopic,
  ROOT,
  type SpeakerReport,
} from '../../devices/protocol/index.ts';
import { verifySecret } from '../services/people/secret-hash.ts';
import type { Gatekeeper, SpeakerRights } from '../services/ports.ts';

/** The service's own name at the broker: no site id may be this (src/services/poles/sites.ts). */
export const SERVICE_USER = 'vangxa-service';

export type Gate = Gatekeeper & {
  /** forgets what it knew of every speaker: rows have changed */
  forget(): void;
};

/** `rightsOf` answers null for a site without an installed unit. */
export function makeGate(of: {
  serviceSecret: string;
  rightsOf(siteId: string): SpeakerRights | null;
}): Gate {
  const known = new Map<string, Allowed>();
  const allowed = (username: string): Allowed | null => {
    const found = known.get(username);
    if (found) return found;
    const rights = of.rightsOf(username);
    if (!rights) return null; // not kept: strangers may invent any number of names
    const fresh = { areas: new Set(rights.areas), tenants: new Set(rights.tenants), rights };
    known.set(username, fresh);
    return fresh;
  };
  const parsed = lastParsed();
  return {
    admits(username, password) {
      if (username === SERVICE_USER) return sameSecret(password, of.serviceSecret);
      const found = allowed(username);
      return found !== null && verifySecret(password, found.rights.secretHash);
    },
    mayPublish(username, topic) {
      if (username === SERVICE_USER) return topic.startsWith(`${ROOT}/`);
      const found = parsed(topic);
      if (found?.kind !== 'report' || found.speakerId !== username) return false;
      const isSpare = allowed(username)?.rights.isSpare === true;
      return !isSpare || SPARE_REPORTS.has(found.report);
    },
    mayRead(username, filter) {
      if (username === SERVICE_USER) return filter.startsWith(`${ROOT}/`);
      const topic = parsed(filter);
      const found = allowed(username);
      return topic !== null && found !== null && reads({ username, topic, found });
    },
    forget: () => known.clear(),
  };
}

/** It has nothing to play, so nothing to report of it. */
export const SPARE_REPORTS: ReadonlySet<SpeakerReport> = new Set(['status', 'clock']);

type Allowed = { areas: Set<string>; tenants: Set<string>; rights: SpeakerRights };

function reads(of: { username: string; topic: ParsedTopic; found: Allowed }): boolean {
  const { username, topic, found } = of;
  if (topic.kind === 'speakerOrder' || topic.kind === 'speakerTime')
    return topic.speakerId === username;
  if (topic.kind === 'areaOrder') return found.areas.has(topic.areaCode);
  return topic.kind === 'stream' && found.tenants.has(topic.tenant) && topic.streamId !== '#';
}

/** One chunk is checked for a thousand listeners in a row: its topic is taken apart once. */
function lastParsed(): (topic: string) => ParsedTopic | null {
  let last = '';
  let result: ParsedTopic | null = null;
  return (topic) => {
    if (topic !== last) {
      result = parseTopic(topic);
      last = topic;
    }
    return result;
  };
}

function sameSecret(given: string, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
