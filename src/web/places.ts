// Areas and speakers together, as most screens need them: one question, kept fresh.
// It must never know a screen.
import type { Area } from '../http/schemas/area.ts';
import type { Speaker } from '../http/schemas/speaker.ts';
import { api } from './api.ts';
import { find, type Node, treeOf } from './area-tree.ts';
import { type Ask, useAsk } from './ask.ts';

export type Places = {
  areas: readonly Area[];
  speakers: readonly Speaker[];
  nodes: readonly Node[];
  name(areaId: string): string;
};

export function usePlaces(): Ask<Places> {
  return useAsk({ ask: askPlaces, on: ['area', 'speaker', 'hush'] });
}

async function askPlaces(): Promise<Places> {
  const [{ areas }, { speakers }] = await Promise.all([api.areas(), api.speakers()]);
  const nodes = treeOf(areas, speakers);
  return { areas, speakers, nodes, name: (areaId) => find(nodes, areaId)?.area.name ?? areaId };
}

/** A province or a commune is its own tenant: bulletins and accounts belong to one. */
export const tenantsOf = (areas: readonly Area[]): Area[] =>
  areas.filter(({ id, tenantId }) => id === tenantId);
