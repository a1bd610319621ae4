// Phiếu duyệt: printed for exactly one sound, taken back signed, and kept beside the bulletin.
// It must never approve anything: nobody here vouches for a certificate, so a person presses the button.
import { createHash } from 'node:crypto';
import type { Slip } from '../../domain/approval/approval-model.ts';
import { slipFault } from '../../domain/approval/approval-slip.ts';
import { AppError } from '../../domain/errors.ts';
import type { Actor, Bulletin, Clip } from '../../domain/model.ts';
import { changedSinceSeen, soundUnderWay } from '../../domain/problems.ts';
import { theirs } from '../bulletins/bulletins.ts';
import type { Deps } from '../deps.ts';
import { plainLine } from '../plain-line.ts';
import type { Taken } from '../reading/reader-port.ts';
import { makeTurns } from '../reading/turns.ts';
import { record } from '../record.ts';
import { missing } from '../refusals.ts';
import { permit } from '../scope.ts';
import type { Slips, SlipView } from './approvals-door.ts';
import { slipPaper } from './slip-paper.ts';
import * as refused from './slip-refusals.ts';

/** Two minutes: twenty scanned pages. A slip that takes longer to read is a book, or a trap. */
const READ_MS = 120_000;
/** Of one commune one, of all two: opening a file is a process of its own with up to 700 MB. */
const AT_ONCE = { inAll: 2, each: 1 };
const WAITING = { inAll: 6, each: 2 };

export function makeSlips(deps: Deps): Slips {
  const { store } = deps;
  return {
    async make(actor, { bulletinId }) {
      const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      const clip = soundOf(deps, bulletin);
      const bytes = await deps.papers.make(await slipPaper(deps, { bulletin, clip }));
      return { bytes, name: `phieu-duyet-${bulletin.id}-${bulletin.version}.pdf` };
    },
    take: take(deps),
    list(actor, { bulletinId }) {
      const bulletin = theirs(deps, { actor, action: 'bulletin.view', bulletinId });
      return store.slips.of(bulletin.id).map((slip) => view(deps, slip));
    },
    file(actor, { slipId }) {
      const slip = store.slips.get(slipId);
      if (slip === null) throw missing();
      permit(deps, { actor, action: 'bulletin.view', tenantId: slip.tenantId });
      return { path: deps.files.path(slip.file.hash), name: slip.file.name ?? 'phieu-duyet.pdf' };
    },
  };
}

function take(deps: Deps): Slips['take'] {
  const { store } = deps;
  const turns = makeTurns({
    ...{ atOnce: AT_ONCE.inAll, waiting: WAITING.inAll },
    each: { atOnce: AT_ONCE.each, waiting: WAITING.each },
    full: refused.tooManyAtOnce,
    gone: refused.stopped,
  });
  return async (actor, { bulletinId, bytes, name, signal: gone }) => {
    const bulletin = theirs(deps, { actor, action: 'slip.upload', bulletinId });
    const clip = soundOf(deps, bulletin);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const held = store.slips.of(bulletinId);
    const same = held.find(
      ({ file, contentHash }) => file.hash === hash && contentHash === clip.contentHash,
    );
    if (same) return view(deps, same);
    refused.refuseIfFull({
      held: held.length,
      bytes: store.slips.bytesOf(bulletin.tenantId) + bytes.length,
    });
    if (!startsAsPdf(bytes)) throw refused.notPdf();
    const signal = bounded(gone);
    const read = () => readSlip(deps, { bytes, name, signal });
    const taken = await turns(read, { of: bulletin.tenantId, signal });
    refuseOther({ taken, bulletin, clip });
    await deps.files.keep(hash, bytes);
    const slip: Slip = {
      ...{ id: deps.ids.next(), bulletinId, tenantId: bulletin.tenantId },
      ...{ version: bulletin.version, contentHash: clip.contentHash },
      file: { hash, bytes: bytes.length, name: name === null ? null : plainLine(name) || null },
      ...{ scanned: taken.ocr !== null, signatures: taken.signatures.slice(0, SIGNATURES_MAX) },
      ...{ uploadedBy: actor.accountId, atMs: deps.clock.wallMs() },
    };
    keep(deps, { actor, slip });
    return view(deps, slip);
  };
}

/** A group of twelve and the office that passed it on. */
const SIGNATURES_MAX = 20;

function keep(deps: Deps, { actor, slip }: { actor: Actor; slip: Slip }): void {
  const { store } = deps;
  const { bulletinId, tenantId, version, file, signatures } = slip;
  store.transaction(() => {
    // the text may have been changed while the file was read
    if (store.bulletins.get(bulletinId)?.version !== version) throw changedSinceSeen();
    store.slips.insert(slip);
    record(deps, {
      actor,
      action: 'slip.upload',
      subject: `bulletin:${bulletinId}`,
      tenantId,
      detail: { version, file: file.hash, signatures: signatures.length },
    });
  });
  deps.changes.tell({ kind: 'bulletin', id: bulletinId, tenantId });
}

async function readSlip(
  deps: Deps,
  { bytes, name, signal }: { bytes: Uint8Array; name: string | null; signal: AbortSignal },
): Promise<Taken> {
  try {
    return await deps.reader.take({ bytes, name }, { onProgress: () => undefined, signal });
  } catch (error) {
    if (signal.aborted) throw refused.stopped();
    // a PDF without any words is no slip of ours, whatever else is wrong with it
    if (error instanceof AppError && error.fault === 'caller') throw refused.unreadable(error);
    throw error;
  }
}

/** The file is this bulletin's slip, for the sound it has now, or it is refused. */
function refuseOther(of: { taken: Taken; bulletin: Bulletin; clip: Clip }): void {
  const { taken, bulletin, clip } = of;
  if (taken.container !== 'pdf') throw refused.notPdf();
  const scanned = taken.ocr !== null;
  const { contentHash } = clip;
  const fault = slipFault({ text: taken.text, contentHash, bulletinId: bulletin.id, scanned });
  if (fault !== null) throw refused.otherSlip({ fault, scanned });
}

function bounded(gone: AbortSignal | undefined): AbortSignal {
  const late = AbortSignal.timeout(READ_MS);
  return gone ? AbortSignal.any([gone, late]) : late;
}

function startsAsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1_024)).includes('%PDF-');
}

function soundOf({ store }: Deps, { clipId }: Bulletin): Clip {
  const clip = clipId === null ? null : store.clips.get(clipId);
  if (clip === null) throw soundUnderWay();
  return clip;
}

function view({ store }: Deps, slip: Slip): SlipView {
  return { ...slip, uploadedByName: store.accounts.get(slip.uploadedBy)?.fullName ?? '' };
}
