// Where a pole stands: typed, or taken from the phone of whoever stands beneath it.
// It must never send a place nobody pressed "save" for.
import { useSignal } from '@preact/signals';
import { figure } from '../../format.ts';
import { Act, Form } from '../../parts/act.tsx';
import { Field } from '../../parts/field.tsx';
import { poleApi } from '../../pole-api.ts';
import { words } from '../../words.ts';
import { Fold } from './fold.tsx';
import { degrees } from './geo.ts';
import type { Part } from './one-speaker.tsx';

/** A cheap phone under a tin roof takes its time. */
const PATIENCE_MS = 20_000;

export function PlaceForm({ detail: { speaker }, changed }: Part) {
  const w = words.value.pole;
  const { place, site } = speaker;
  const lat = useSignal(place === null ? '' : `${place.lat}`);
  const lon = useSignal(place === null ? '' : `${place.lon}`);
  const said = useSignal('');
  const locate = async () => {
    said.value = w.locating;
    try {
      const { coords } = await whereAmI();
      lat.value = coords.latitude.toFixed(6);
      lon.value = coords.longitude.toFixed(6);
      said.value = w.located(figure(coords.accuracy));
    } catch {
      said.value = w.notLocated;
    }
  };
  const at = { lat: degrees(lat.value), lon: degrees(lon.value) };
  const isPlace = at.lat !== null && at.lon !== null;
  const save = async () => {
    if (at.lat === null || at.lon === null) return;
    await poleApi.change(site.id, { place: { lat: at.lat, lon: at.lon } });
    said.value = words.value.common.saved;
    changed();
  };
  return (
    <Fold
      title={
        place === null ? w.placeNone : w.placeAt(`${place.lat.toFixed(5)}, ${place.lon.toFixed(5)}`)
      }
      open={place === null}
    >
      <Form act={save} label={w.placeSave} disabled={!isPlace}>
        {'geolocation' in navigator && <Act act={locate}>{w.locate}</Act>}
        <p role="status" class="hint">
          {said.value}
        </p>
        <div class="pair">
          <Field label={w.lat} value={lat} autocomplete="off" />
          <Field label={w.lon} value={lon} autocomplete="off" />
        </div>
      </Form>
      {place !== null && (
        <a class="button button-quiet" href={`#/speakers/map?at=${site.id}`}>
          {w.onMap}
        </a>
      )}
    </Fold>
  );
}

function whereAmI(): Promise<GeolocationPosition> {
  const options = { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: 0 };
  return new Promise((found, lost) =>
    navigator.geolocation.getCurrentPosition(found, lost, options),
  );
}
