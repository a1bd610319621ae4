// What a digest consists of.
// It must never know how its items are found.

export type DigestKind =
  | 'obligation'
  | 'deadline'
  | 'date'
  | 'money'
  | 'number'
  | 'name'
  | 'place'
  | 'document';

/** One thing an approver must check, as printed and as said, tied to its clause and sentence. */
export type DigestItem = {
  kind: DigestKind;
  source: string;
  words: string;
  /** Which of the script's documents: "Phần IV, Mục 2" stands in each of eight. */
  document: number;
  clause: string | null;
  sentence: number;
  from: number;
  to: number;
  /** Dates ISO 8601 ("2026-04", "--04-30", "P15D"), plain numbers ("1500000", "12.5%"), document numbers, names. */
  value?: string | undefined;
};

/** A find in one line: its characters, its kind and its value. */
export type Hit = { start: number; end: number; kind: DigestKind; value: string };
