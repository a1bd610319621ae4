// Schemes (đề án) that airings count for: made once, and a bulletin belongs to as many as it serves.
// It must never count anything: src/db/records.ts does.
import type { Actor, Bulletin } from '../../domain/model.ts';
import type { Scheme } from '../../domain/records/record-model.ts';
import type { Deps } from '../deps.ts';
import { line, slug } from '../names.ts';
import { record } from '../record.ts';
import { missing, refusal, taken } from '../refusals.ts';
import { permit, permitted, seenArea, tenantsSeenBy, treeOf } from '../scope.ts';
import type { Schemes } from './record-door.ts';

/** One airing counts for a plan of the province, of the commune, of a ministry; more is a mistake. */
const OF_BULLETIN_MAX = 20;

export function makeSchemes(deps: Deps): Schemes {
  const { store } = deps;
  const kept = (actor: Actor, scheme: Scheme, action: 'scheme.create' | 'scheme.edit') => {
    const { id, tenantId, code } = scheme;
    record(deps, { actor, action, subject: `scheme:${id}`, tenantId, detail: { code } });
    return scheme;
  };
  return {
    list: (actor) => store.schemes.ofTenants(known(deps, actor)),
    create(actor, { areaId, code: said, name, fromDay, untilDay }) {
      const area = seenArea(deps, { actor, areaId });
      permit(deps, { actor, action: 'scheme.create', tenantId: area.tenantId });
      const code = slug(said, 'code');
      if (untilDay !== null && untilDay < fromDay) throw endsFirst();
      const { tenantId } = area;
      return store.transaction(() => {
        if (store.schemes.ofTenants([tenantId]).some((one) => one.code === code))
          throw taken('code', code);
        const id = deps.ids.next();
        const scheme = { id, tenantId, code, name: line(name, 'name'), fromDay, untilDay };
        store.schemes.insert(scheme);
        return kept(actor, scheme, 'scheme.create');
      });
    },
    edit(actor, { schemeId, name, fromDay, untilDay }) {
      const thing = store.schemes.get(schemeId);
      const before = permitted(deps, { actor, action: 'scheme.edit', thing });
      if (untilDay !== null && untilDay < fromDay) throw endsFirst();
      const scheme = { ...before, name: line(name, 'name'), fromDay, untilDay };
      return store.transaction(() => {
        store.schemes.update(scheme);
        return kept(actor, scheme, 'scheme.edit');
      });
    },
    ofBulletin(actor, { bulletinId }) {
      const thing = store.bulletins.get(bulletinId);
      permitted(deps, { actor, action: 'bulletin.view', thing });
      return store.schemes.ofBulletin(bulletinId);
    },
    setOfBulletin(actor, { bulletinId, schemeIds }) {
      const thing = store.bulletins.get(bulletinId);
      const bulletin = permitted(deps, { actor, action: 'bulletin.schemes', thing });
      const wished = [...new Set(schemeIds)];
      if (wished.length > OF_BULLETIN_MAX) throw tooMany();
      for (const id of wished) if (!mayCount(deps, { bulletin, id })) throw missing();
      const { tenantId } = bulletin;
      store.transaction(() => {
        store.schemes.setOfBulletin(bulletinId, wished);
        const subject = `bulletin:${bulletinId}`;
        const detail = { schemes: wished };
        record(deps, { actor, action: 'bulletin.schemes', subject, tenantId, detail });
      });
      deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
      return store.schemes.ofBulletin(bulletinId);
    },
  };
}

/** What one may see, and what the levels above have set up: a commune's bulletin counts for the province's plan. */
function known(deps: Deps, actor: Actor): string[] {
  const tree = treeOf(deps);
  const seen = tenantsSeenBy(deps, actor);
  return [...new Set(seen.flatMap((id) => tree.upwards(id).map((area) => area.tenantId)))];
}

function mayCount(deps: Deps, of: { bulletin: Bulletin; id: string }): boolean {
  const scheme = deps.store.schemes.get(of.id);
  const chain = treeOf(deps).upwards(of.bulletin.tenantId);
  return chain.some(({ id }) => id === scheme?.tenantId);
}

const endsFirst = () =>
  refusal('caller', 'ends-first', {
    vi: 'Ngày kết thúc trước ngày bắt đầu.',
    en: 'It ends before it begins.',
    place: 'untilDay',
  });

const tooMany = () =>
  refusal('caller', 'too-many-schemes', {
    vi: `Một bản tin tính cho tối đa ${OF_BULLETIN_MAX} đề án, chương trình.`,
    en: `A bulletin counts for ${OF_BULLETIN_MAX} schemes at most.`,
    place: 'schemeIds',
  });
