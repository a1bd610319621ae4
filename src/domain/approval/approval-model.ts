// What is kept around an approval: the words an approver saw, when they saw them, the slip that was signed.
// It must never know tables, routes or files.
import type { FileSignature } from '../documents/document-model.ts';

/** What one version of a bulletin said, kept so that a later one can be told apart from it. */
export type Edition = {
  bulletinId: string;
  version: number;
  clipId: string;
  contentHash: string;
  title: string;
  text: string;
};

/** The last version whose page this account opened, and the one before it. */
export type Seen = {
  accountId: string;
  bulletinId: string;
  version: number;
  beforeVersion: number | null;
  atMs: number;
};

/** What was last done about a bulletin's approval, and by whom: two approvers may look at once. */
export type Decision = {
  bulletinId: string;
  what: 'submitted' | 'agreed' | 'approved' | 'returned' | 'withdrawn';
  accountId: string;
  atMs: number;
};

/** Phiếu duyệt as it came back, for exactly one sound. */
export type Slip = {
  id: string;
  bulletinId: string;
  tenantId: string;
  version: number;
  contentHash: string;
  file: { hash: string; bytes: number; name: string | null };
  /** its text was recognised from a picture: nothing in it can be checked but by eye */
  scanned: boolean;
  signatures: readonly FileSignature[];
  uploadedBy: string;
  atMs: number;
};
