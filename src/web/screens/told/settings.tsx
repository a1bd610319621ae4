// How this person wants to be told: devices, addresses, which kinds by which channel, quiet hours.
// It must never decide what reaches whom: it saves wishes, and the service follows the roles.
import { useAsk } from '../../ask.ts';
import { Page, Section } from '../../parts/page.tsx';
import { Shown } from '../../parts/shown.tsx';
import { toldApi } from '../../told-api.ts';
import { words } from '../../words.ts';
import { Choices } from './choices.tsx';
import { Contact } from './contact.tsx';
import { Devices } from './devices.tsx';

export function ToldSettingsScreen() {
  const w = words.value.told;
  const ask = useAsk({ ask: toldApi.settings });
  return (
    <Page title={w.settings} back="#/told">
      <p>{w.intro}</p>
      <Shown ask={ask}>
        {(settings) => (
          <>
            <Section title={w.channels}>
              <Devices settings={settings} again={ask.again} />
              <Contact channel="mail" contact={settings.mail} again={ask.again} />
              <Contact channel="sms" contact={settings.sms} again={ask.again} />
            </Section>
            <Section title={w.which}>
              <Choices settings={settings} />
            </Section>
          </>
        )}
      </Shown>
    </Page>
  );
}
