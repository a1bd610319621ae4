// Takes a speaker's report apart: topic, size, schema; then hands it in by its kind.
// It must never know what a report leads to. Never throws: foreign bytes are a counted refusal.
import {
  asClockQuestion,
  asRepair,
  asStatus,
  parseJson,
  parseTopic,
} from '../../devices/protocol/index.ts';
import type { Log, WireEvents } from '../services/ports.ts';
import { PACKET_MAX_BYTES } from './size-guard.ts';

export type Packet = {
  topic: string;
  payload: Uint8Array;
  /** what the broker keeps of a topic, told at subscribing: said before, not now */
  retain: boolean;
  arrivedPlanMs: number;
};

export function makeReports(of: { events: WireEvents; log: Log }) {
  const { events, log } = of;
  let refusals = 0;
  const refuse = (topic: string) => {
    refusals += 1;
    // powers of two: the first is seen at once, a flood is not a flood of lines
    if ((refusals & (refusals - 1)) === 0)
      log.warn({ topic: topic.slice(0, 100), refusals }, 'a report that is none');
  };
  return async ({ topic, payload, retain, arrivedPlanMs }: Packet): Promise<void> => {
    const found = parseTopic(topic);
    if (found?.kind !== 'report' || payload.length > PACKET_MAX_BYTES) return refuse(topic);
    const { speakerId, report } = found;
    // an emptied status: how a broker is told to forget a unit that was taken down
    if (payload.length === 0) return report === 'status' ? undefined : refuse(topic);
    try {
      if (report === 'receipt') return await events.receipt(speakerId, payload);
      const body = parseJson(payload);
      const status = report === 'status' ? asStatus(body) : null;
      if (status) return await events.status(speakerId, status, retain);
      const repair = report === 'repair' ? asRepair(body) : null;
      if (repair) return await events.repair(speakerId, repair);
      const question = report === 'clock' ? asClockQuestion(body) : null;
      if (question) return await events.clock(speakerId, question, arrivedPlanMs);
      refuse(topic);
    } catch (error) {
      // The speaker keeps what matters until it is acknowledged, so a failure here is not a loss.
      log.error({ err: error, speakerId, report }, 'a report could not be dealt with');
    }
  };
}
