// What the door says of an all-clear: what it ended, and whether the order is on its way.
// It must never know how it is done.
import type { Sentence } from '../../domain/errors.ts';
import type { Actor } from '../../domain/model.ts';
import type { BrokerState } from '../poles/pole-door.ts';

export type AllClear = {
  /** emergencies that sounded, waited for their turn, or were about to */
  airings: number;
  airingIds: readonly string[];
  titles: readonly string[];
  broker: BrokerState;
  sentence: Sentence;
};
export type AllClearWish = {
  areaId: string;
  reason?: string | undefined;
  /** only drills, or only what is real; left out: refused where both are open (a drill's end ends no alarm) */
  drill?: boolean | undefined;
};
export type AllClears = {
  allClear(actor: Actor, input: AllClearWish): AllClear;
};
