// Letters as Word shows them: capitals that are only a format, and the old fonts' own letters.
// It must never know paragraphs or tables.
import { fromOldFont } from '../../reading/bytes/tables.ts';

/** The part of mammoth's document model that is read and changed here; its own types say nothing of it. */
type Node = {
  type: string;
  children?: Node[];
  value?: string;
  font?: string | null;
  isAllCaps?: boolean;
};

export function plainRuns(document: Node): Node {
  const open: Node[] = [document];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === 'run') settle(node);
    // Pushed one by one: spreading a hundred thousand of them is more than a call can take.
    else for (const child of node.children ?? []) open.push(child);
  }
  return document;
}

function settle(run: Node): void {
  for (const child of run.children ?? []) {
    if (child.type !== 'text' || child.value === undefined) continue;
    const read = fromOldFont(child.value, run.font ?? '') ?? child.value;
    child.value = run.isAllCaps ? read.toUpperCase() : read;
  }
}
