// A box, whichever site it stands at: one agent at a time, and a new one when an order moves it.
// It must never know what an agent does, nor move a box on its own.

import type { Enrolment } from '../protocol/index.ts';
import { type Agent, type AgentParts, makeAgent } from './agent.ts';
import { keepInstalled, standingOf } from './installed.ts';
import { checkUrl } from './link.ts';
import type { Log } from './log.ts';
import type { Sink } from './sinks/port.ts';

type Shared = Pick<AgentParts, 'speed' | 'wheel' | 'decoding' | 'said' | 'power'>;
export type UnitParts = Shared & {
  /** the file a technician carried here; a spare may have become more since */
  carried: Enrolment;
  /** instead of the enrolment's own, now and after it was moved */
  broker: string | null;
  stateFolder: string;
  sink(speakerId: string): Sink;
  log(speakerId: string): Log;
};
export type Unit = {
  start(): void;
  /** @param goodbye false: as if its current had failed */
  stop(goodbye?: boolean): Promise<void>;
  agent(): Agent;
};

/** @throws SpeakerError when the state folder or the broker's address cannot be used */
export function makeUnit(parts: UnitParts): Unit {
  let standing = standingOf(parts.stateFolder, parts.carried);
  let moving: Promise<void> | null = null;
  let stopped = false;
  const make = () =>
    makeAgent({
      ...shared(parts),
      enrolment: standing.enrolment,
      brokerUrl: parts.broker ?? standing.enrolment.brokerUrl,
      stateFolder: standing.folder,
      sink: parts.sink(standing.enrolment.speakerId),
      log: parts.log(standing.enrolment.speakerId),
      installed: install,
    });
  let agent = make();

  function install(enrolment: Enrolment): void {
    moving ??= move(enrolment)
      .catch((error) => parts.log(standing.enrolment.speakerId).error({ err: error }, 'not moved'))
      .finally(() => {
        moving = null;
      });
  }
  /** The order comes again at every hello: what fails now (a full disk) is tried again then. */
  async function move(enrolment: Enrolment): Promise<void> {
    // Before anything is kept: a name whose broker is none could not be left again from afar.
    checkUrl(parts.broker ?? enrolment.brokerUrl);
    const next = await keepInstalled(standing, enrolment);
    await agent.stop();
    if (stopped) return;
    standing = next;
    agent = make();
    agent.start();
  }
  return {
    agent: () => agent,
    start: () => agent.start(),
    async stop(goodbye = true) {
      stopped = true;
      if (moving) await moving;
      else await agent.stop(goodbye);
    },
  };
}

function shared({ speed, wheel, decoding, said, power }: UnitParts): Shared {
  return { speed, wheel, decoding, said, ...(power ? { power } : {}) };
}
