// The doors of regulations and exceptions for a fake house: every method answers one sample.
// It must never assert anything: tests do.
import { NO_RULES } from '../../src/domain/regulation/regulation-model.ts';
import { builtInRegulations } from '../../src/regulation-templates.ts';
import type { Services } from '../../src/services/door.ts';
import type { OverrideView, Regulations } from '../../src/services/regulation/regulation-door.ts';
import * as sample from './sample.ts';

type Answer = <T>(name: string, value: T) => (actor: unknown, input?: unknown) => T;

export const regulation = {
  areaId: sample.area.id,
  hours: { utcOffsetMin: 420, windows: [] },
  rules: NO_RULES,
  counter: 1,
};
const says = { vi: 'Quá số buổi.', en: 'One session too many.' };
export const override: OverrideView = {
  ...{ id: 'ngoai-le-1', tenantId: sample.area.id, bulletinId: sample.bulletin.id },
  ...{ contentHashes: ['h'], areaIds: [sample.area.id], rule: sample.schedule.rule },
  ...{ air: sample.schedule.air, scheduleId: null, faults: [says], reason: 'Bão đến sớm hơn' },
  ...{ askedBy: 'lan', askedAtMs: sample.NOW_MS, state: 'open' },
  ...{ decidedBy: null, decidedAtMs: null, remark: null, untilMs: null },
  ...{ title: 'Bão số 9', askedByName: 'Lan', decidedByName: null, areaNames: ['Xã A'] },
  ...{ when: says, stale: false, mine: true },
};

export function regulationDoors(answer: Answer): Regulations {
  const silenced = {
    ...{ occurrenceId: 'lich-1@1', bulletinId: sample.bulletin.id, title: 'Họp bản' },
    ...{ playAtMs: sample.NOW_MS, says },
  };
  return {
    regulation: answer('areas.regulation', regulation),
    setRegulation: answer('areas.setRegulation', { ...regulation, silences: 1 }),
    tryRegulation: answer('areas.tryRegulation', { count: 1, silenced: [silenced] }),
    regulationTemplates: answer('areas.regulationTemplates', builtInRegulations()),
  };
}

export function overrideDoors(answer: Answer): Pick<Services, 'overrides'> {
  return {
    overrides: {
      ask: answer('overrides.ask', override),
      list: answer('overrides.list', { overrides: [override], more: false }),
      decide: answer('overrides.decide', { ...override, state: 'confirmed' as const }),
    },
  };
}
