// Chooses places: a tree of boxes, each with how many of its speakers can be reached now.
// It must never know what will be aired there.
import type { Signal } from '@preact/signals';
import type { Node } from '../area-tree.ts';
import { words } from '../words.ts';
import { Group } from './field.tsx';

type Props = { nodes: readonly Node[]; chosen: Signal<ReadonlySet<string>>; legend: string };

export function AreaPicker({ nodes, chosen, legend }: Props) {
  return (
    <Group quiet legend={legend}>
      <Branch nodes={nodes} chosen={chosen} covered={false} />
    </Group>
  );
}

type BranchProps = Omit<Props, 'legend'> & { covered: boolean };

function Branch({ nodes, chosen, covered }: BranchProps) {
  return (
    <ul class="tree">
      {nodes.map((node) => (
        <li key={node.area.id}>
          <Place node={node} chosen={chosen} covered={covered} />
          {node.children.length > 0 && (
            <Branch
              nodes={node.children}
              chosen={chosen}
              covered={covered || chosen.value.has(node.area.id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Inside a chosen place a box is ticked and at rest: it is already part of the choice. */
function Place({ node, chosen, covered }: Omit<BranchProps, 'nodes'> & { node: Node }) {
  const { area, speakers, online } = node;
  const flip = () => {
    const next = new Set(chosen.value);
    if (!next.delete(area.id)) next.add(area.id);
    chosen.value = next;
  };
  const w = words.value;
  return (
    <label class="pick">
      <input
        type="checkbox"
        checked={covered || chosen.value.has(area.id)}
        disabled={covered}
        onChange={flip}
      />
      <span>
        {area.name}
        <small>
          {speakers === 0 ? w.hindrance['no-speakers'] : w.speakers.sum(online, speakers)}
        </small>
      </span>
    </label>
  );
}
