// The rows of frames as they stand on disk, for Kysely's types.
// It must never know what a row means to anybody.
import type { Frame } from '../domain/frames/frame-model.ts';
import type { FramePiece, FrameSession, FrameUse } from '../services/frames/frames-store.ts';

type Json = string;

export type FrameTables = {
  frames: Omit<Frame, 'sentences' | 'slots' | 'confirmed'> & {
    sentences: Json;
    slots: Json;
    confirmed: Json | null;
  };
  frameSessions: FrameSession;
  framePieces: FramePiece;
  frameUses: Omit<FrameUse, 'values' | 'sentences'> & { values: Json; sentences: Json };
};
