// One line of the bench: a figure, what was aimed at, and the peer it was measured beside.
// It must never know how it was measured.

export type Result = {
  name: string;
  value: number;
  unit: string;
  aim: string;
  /** null: nothing to compare with on this machine, the note says what is absent */
  met: boolean | null;
  peer: string;
  /** why an aim is missed, or what the figure leaves out */
  note?: string;
};

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));
