// Whether a bulletin may be recorded by somebody outside of the house at this moment.
// It must never take a recording.
import { isDrill } from '../../domain/airing/drill.ts';
import { earlier } from '../../domain/languages/variant.ts';
import type { Bulletin } from '../../domain/model.ts';
import type { Deps } from '../deps.ts';
import { documentEnds } from '../reading/document-ends.ts';
import { refusal } from '../refusals.ts';

/** @throws AppError: nobody works for an hour on what will not air */
export function mayBeRecorded(deps: Deps, bulletin: Bulletin): void {
  const nowMs = deps.clock.planMs();
  const { originalId } = bulletin;
  const original = originalId === null ? bulletin : deps.store.bulletins.get(originalId);
  if (isDrill(bulletin)) throw drillIsRead();
  if (original === null || original.state === 'returned') throw withdrawn();
  const expiresAtMs = earlier(bulletin.expiresAtMs, original.expiresAtMs);
  const endMs = earlier(expiresAtMs, documentEnds(deps)(bulletin));
  if (endMs !== null && endMs <= nowMs) throw withdrawn();
}

const withdrawn = () =>
  refusal('conflict', 'not-to-record', {
    vi: 'Bản tin này đã bị rút, trả lại hoặc hết hạn: không cần thu âm nữa.',
    en: 'This bulletin was withdrawn, returned, or has expired: it need not be recorded.',
  });

const drillIsRead = () =>
  refusal('conflict', 'drill-is-read', {
    vi: 'Bản tin diễn tập phải do máy đọc, để câu “đây là diễn tập” luôn có ở đầu và cuối.',
    en: 'A drill is read by the machine, so that “this is a drill” is always said at both ends.',
  });
