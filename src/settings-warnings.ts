// What an office would find out too late from settings that are allowed: said once at the start, in the log.
// It must never refuse anything: wrong settings are src/settings.ts's.
import type { Settings } from './settings.ts';

export function warningsOf({ publicUrl }: Pick<Settings, 'publicUrl'>): string[] {
  if (publicUrl === null)
    return [
      'VANGXA_PUBLIC_URL is not set: links in messages, posters and slips name this machine as it names itself. ' +
        'Phones take push messages and install the page only over https.',
    ];
  if (!publicUrl.startsWith('https:'))
    return [
      `VANGXA_PUBLIC_URL=${publicUrl} is not https: passwords travel readable, ` +
        'and phones neither install the page nor take push messages.',
    ];
  return [];
}
