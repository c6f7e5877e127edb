// Every real agent file beside the project, judged wherever it might lie: in the folder that its author gave it, and as
// each host's own, for authors copy their files from one host to the next.
import { outlineOf } from '../../server/agent/outline';
import { type View, viewOf } from '../../server/features/view/view';
import { guessPlace } from '../../server/hosts/catalog/guess-place';
import { type Place, placeInOwnFolder } from '../../server/hosts/model/place';
import { defaultSettings } from '../../server/settings/settings';
import { catalog, mainHosts, placesOf } from '../support/catalog';
import { type CorpusAgent, corpusAgents } from '../support/corpus-agents';

/** Where a file was taken to lie: `as it lies`, or the host whose own it was made. */
export interface Judged {
  readonly agent: CorpusAgent;
  readonly as: string;
  readonly view: View;
}

export const asItLies = 'as it lies';

export function* everyJudged(): Iterable<Judged> {
  for (const agent of corpusAgents()) {
    yield judged(agent, asItLies, placesWhereItLies(agent));
    for (const host of mainHosts) {
      const own = placeInOwnFolder(host, agent.file);
      if (own) yield judged(agent, host.id, [own]);
    }
  }
}

const settings = { ...defaultSettings, guests: 'all' } as const;

const judged = (agent: CorpusAgent, as: string, places: readonly Place[]): Judged => ({
  agent,
  as,
  view: viewOf({
    catalog,
    path: places[0]?.path ?? agent.location,
    text: agent.text,
    places,
    settings,
  }),
});

/** Outside of every folder, the host that its fields suggest; a plugin is one by a manifest, which no corpus holds. */
function placesWhereItLies({ location, text, isPlugin }: CorpusAgent): readonly Place[] {
  const places = placesOf(location, { has: () => isPlugin });
  if (places.length > 0) return places;
  const loose = guessPlace(catalog, outlineOf(text), location);
  return loose ? [loose] : [];
}
