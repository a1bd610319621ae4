// All channels that leave the house, as the machine's owner has set them up.
// It must never know who is told; a channel nobody set up says so and is not offered.
import type { Senders } from '../services/told/senders-port.ts';
import { type MailSetting, makeMail } from './mail.ts';
import { makeOutside } from './outside.ts';
import { makeSms, type SmsSetting } from './sms.ts';
import { makeWebPush, type VapidKeys } from './web-push.ts';
import { makeWebhooks } from './webhook.ts';

export type SenderSettings = {
  push: { keys: VapidKeys; contact(): string };
  webhookKey: Uint8Array;
  mail: MailSetting | null;
  sms: SmsSetting | null;
  loopback: boolean;
  /** certificates to believe beside the system's */
  ca?: string;
};

export function makeSenders(settings: SenderSettings, wallMs: () => number): Senders {
  const { loopback } = settings;
  const trust = settings.ca === undefined ? {} : { ca: settings.ca };
  const outside = makeOutside({ whose: 'anybody', loopback, ...trust });
  const gateway = makeOutside({ whose: 'owner', loopback, ...trust });
  return {
    push: makeWebPush({ outside, ...settings.push }),
    mail: makeMail(settings.mail),
    sms: makeSms({ outside: gateway, setting: settings.sms }),
    webhook: makeWebhooks({ outside, key: settings.webhookKey, wallMs }),
  };
}
