// Does with the state folder what the brain asked for, and tells it what came of it.
// It must never know why, nor the order of things: whoever calls it keeps that.

import type { Action, Event } from './brain/state.ts';
import type { Core } from './core.ts';

export async function keeping(
  core: Pick<Core, 'store' | 'sounds' | 'state'>,
  action: Action,
  tell: (event: Event) => void,
): Promise<void> {
  const { store, sounds } = core;
  switch (action.kind) {
    case 'save-policy':
      return store.savePolicy(action.bytes);
    case 'save-stream':
      return store.saveStream(action.streamId, action.bytes);
    case 'save-manifest':
      return store.saveManifest(action.streamId, action.bytes);
    case 'save-facts':
      return store.saveFacts(action.streamId, action.facts);
    case 'save-chunk': {
      const { streamId, seq } = action;
      try {
        await store.saveChunk(streamId, action);
      } catch (error) {
        tell({ kind: 'chunk-lost', streamId, seq });
        throw error;
      }
      const order = core.state.streams.get(streamId)?.order;
      if (order) sounds.held(order, seq);
      return;
    }
    case 'prove': {
      const good = await store.prove(action.streamId, action.contentHash);
      tell({ kind: 'proved', streamId: action.streamId, good });
      return;
    }
    case 'adopt':
      return adopt(core, action, tell);
    case 'keep-sound':
      return store.keepSound(action.streamId, action.contentHash);
    case 'drop-sound':
      sounds.close(action.streamId);
      return store.dropSound(action.streamId);
    case 'forget-stream':
      return store.forgetStream(action.streamId);
    case 'save-seen':
      return store.saveSeen(core.state);
    case 'save-receipt':
      return store.saveReceipt(action.receipt);
    case 'forget-receipts':
      return store.forgetReceipts(action.receiptIds);
    default:
      return;
  }
}

/** All of it or nothing: what is only partly here is received like anything else. */
async function adopt(
  { store, sounds, state }: Pick<Core, 'store' | 'sounds' | 'state'>,
  { streamId }: { streamId: string },
  tell: (event: Event) => void,
): Promise<void> {
  const order = state.streams.get(streamId)?.order;
  if (!order || !(await store.adopt(order))) return;
  for (let seq = 0; seq < order.sound.chunkCount; seq++) sounds.held(order, seq);
  tell({ kind: 'adopted', streamId });
}
