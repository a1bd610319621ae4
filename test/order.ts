// Which test files begin first: those that take a minute each, so that none of them is left for the end.
// It must never know any single test.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** A service with its loudspeakers, then a browser, then processes; what is pure takes milliseconds. */
const ROOMS = ['whole', 'devices/agent', 'web', 'demo', 'intake', 'devices', 'audio', 'main'];

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const at = ROOMS.findIndex((room) => moduleId.includes(`/test/${room}/`));
  return at === -1 ? ROOMS.length : at;
}
