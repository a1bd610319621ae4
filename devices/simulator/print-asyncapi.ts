// Prints the AsyncAPI document: `npx tsx devices/simulator/print-asyncapi.ts > devices/asyncapi.json`.
// It must never change it.
import { asyncApi } from '../protocol/asyncapi.ts';

process.stdout.write(`${JSON.stringify(asyncApi(), null, 2)}\n`);
