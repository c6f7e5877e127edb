// Agents of real files that others call are given another name: every call that a search of the texts finds is changed,
// nothing else is, and nothing new is wrong.
import assert from 'node:assert/strict';
import type { KnownAgent } from '../../server/rules/workspace-view';
import { applyEdits } from '../../server/text/edit';
import { english } from '../../server/text/translate';
import { dice } from '../conformance/random';
import { type CorpusAgent, corpusAgents } from '../support/corpus-agents';
import { scaled } from '../support/resources';
import { linkSpots, nameSpot, type Spot, spotsIn } from './renaming/search';
import { companionsOf, seeded, seedsOf, shuffled } from './renaming/seeded';
import { type Files, Workspace } from './renaming/workspace';

const tally = { real: 0, seeded: 0, findings: 0, files: 0, forms: new Map<string, number>() };

interface Called {
  readonly host: string;
  readonly id: string;
}

/** Fails unless the rename has the effect that the texts require. */
function renames(files: Files, { host, id }: Called): void {
  const before = new Workspace(files);
  const namedAgents = before.index
    .all()
    .filter((one) => one.place.host.id === host && one.id === id);
  const [namedAgent] = namedAgents;
  assert.ok(namedAgent, `${id} is there`);
  const calls = [...files].flatMap(([path, text]) => spotsIn(path, text, host, id));
  const own = namedAgents.map(({ path }) => nameSpot(path, files.get(path) ?? '', id));
  const name = /[A-Z ]/.test(id) ? `${id} Anew` : `${id}-anew`;
  const moves = namedAgents
    .filter((_, index) => own[index] === null)
    .map(({ path, place }) => ({
      from: path,
      to: `${path.slice(0, path.lastIndexOf('/') + 1)}${place.base}${name.slice(id.length)}${path.slice(path.lastIndexOf('/') + 1 + place.base.length)}`,
    }));
  const links = moves.flatMap(({ from, to }) =>
    [...files].flatMap(([path, text]) =>
      linkSpots(path, text, from.slice(from.lastIndexOf('/') + 1)).map((spot) => ({
        ...spot,
        text: to.slice(to.lastIndexOf('/') + 1),
      })),
    ),
  );
  const wanted = [
    ...[...calls, ...own.filter((spot) => spot !== null)].map((spot) => ({ ...spot, text: name })),
    ...links,
  ];
  const start: Spot | undefined = calls[0];
  assert.ok(start, `${id} is called`);
  const done = before.rename(start.path, start.start, name);
  if ('refused' in done) assert.fail(`${host} ${id}: ${english(done.refused)}`);
  assert.deepEqual(done.moves, moves, id);
  const after = new Map<string, string>();
  for (const [path, text] of files) {
    const here = wanted.filter((spot) => spot.path === path);
    const expected = [...here]
      .sort((a, b) => b.start - a.start)
      .reduce((left, spot) => left.slice(0, spot.start) + spot.text + left.slice(spot.end), text);
    const changed = applyEdits(text, done.edits.get(path) ?? []);
    assert.equal(changed, expected, `${host} ${id} in ${path}`);
    after.set(moves.find(({ from }) => from === path)?.to ?? path, changed);
  }
  const now = new Workspace(after);
  const found = before.findings();
  for (const [path, all] of now.findings()) {
    const from = moves.find(({ to }) => to === path)?.from ?? path;
    assert.deepEqual(all, found.get(from), `${host} ${id}: what is found in ${path}`);
    tally.findings += all.length;
  }
  assert.equal(now.index.called(namedAgent.place.host, name).length, namedAgents.length);
  assert.equal(now.index.called(namedAgent.place.host, id).length, 0);
  for (const { form } of wanted) tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
  tally.files += files.size;
}

const familyOf = ({ file }: CorpusAgent): string => file.split('/').slice(0, 2).join('/');

/** Its path in its repository, if its host reads it there. */
function placed(agents: readonly CorpusAgent[], where: (agent: CorpusAgent) => string): Files {
  const files = new Map<string, string>();
  for (const agent of agents) {
    const path = `/w/${where(agent)}`;
    if (!files.has(path)) files.set(path, agent.text);
  }
  return files;
}

/** The agents that a text here calls, and that are here. */
function calledIn(files: Files): readonly Called[] {
  const { index } = new Workspace(files);
  const ids = new Map<string, Called>();
  for (const { id, place, runs } of index.all()) {
    const host = place.host.id;
    if (id === null || runs === false || place.role === 'guest') continue;
    if ([...files].some(([path, text]) => spotsIn(path, text, host, id).length > 0))
      ids.set(`${host} ${id}`, { host, id });
  }
  return [...ids.values()];
}

const agentsAt = (path: string, text: string): readonly KnownAgent[] =>
  new Workspace(new Map([[path, text]])).index.at(path).filter(({ id }) => id !== null);

/** In a head that the host cannot read no name is one. */
const isRead = (path: string, text: string, host: string): boolean =>
  agentsAt(path, text).some(
    ({ place, reason }) => place.host.id === host && reason !== 'frontmatter-lost',
  );

/** The agent among others that call it, one for each form; null for one that is none, or has a name of no plain letters. */
function seededAround(
  host: string,
  target: CorpusAgent,
  others: readonly CorpusAgent[],
): { readonly files: Files; readonly called: Called } | null {
  const path = `/w/${target.path}`;
  const agent = agentsAt(path, target.text).find(({ place }) => place.host.id === host);
  const id = agent?.id ?? null;
  if (id === null || !/^\w[\w -]*$/.test(id) || agent?.runs === false) return null;
  const files = new Map([[path, target.text]]);
  const left = others.filter((one) => `/w/${one.path}` !== path);
  for (const seed of seedsOf(host)) {
    const found = left.findIndex((one) => {
      const text = seeded(one.text, seed, id);
      return text !== null && isRead(`/w/${one.path}`, text, host);
    });
    const [caller] = found < 0 ? [] : left.splice(found, 1);
    if (caller) files.set(`/w/${caller.path}`, seeded(caller.text, seed, id) ?? caller.text);
  }
  const [linking] = left;
  const file = path.slice(path.lastIndexOf('/') + 1);
  if (linking)
    files.set(
      `/w/${linking.path}`,
      `${linking.text}\nSee [the other](./${file}) and \`${file}\`.\n`,
    );
  for (const [at, text] of companionsOf(host, id)) files.set(`/w/${at}`, text);
  // Another may bear the name by chance.
  const namedAgents = new Workspace(files).index.all().filter((one) => one.id === id);
  return namedAgents.some((one) => one.path !== path && !one.isConfigured)
    ? null
    : { files, called: { host, id } };
}

const folderOf = (host: string): string =>
  host === 'vscode' ? '.github/agents/' : host === 'opencode' ? '.opencode/' : '.claude/agents/';

/** At most: of a small corpus a quarter of its files. */
const seededPerHost = 30;

describe('renaming agents of real files', () => {
  it('that others of their repository call', () => {
    const all = corpusAgents();
    for (const family of new Set(all.map(familyOf))) {
      const agents = all.filter((one) => familyOf(one) === family);
      const files = placed(agents, ({ path }) => path);
      for (const called of calledIn(files)) {
        renames(files, called);
        tally.real++;
      }
    }
    assert.ok(tally.real >= scaled(20), `${tally.real} are called`);
  }).timeout(120_000);

  for (const host of ['claude-code', 'vscode', 'opencode', 'kilo'])
    it(`of ${host}, after others were made to call them in every way`, () => {
      const chance = dice(5);
      const own = host === 'kilo' ? 'opencode' : host;
      const all = shuffled(
        corpusAgents().filter((one) => one.own && one.path.startsWith(folderOf(own))),
        chance,
      ).map((one) => ({ ...one, path: one.path.replace('.opencode/', `.${host}/`) }));
      const wanted = Math.min(seededPerHost, Math.floor(all.length / 4));
      let done = 0;
      for (const target of all) {
        if (done === wanted) break;
        const around = seededAround(host, target, shuffled(all, chance).slice(0, 60));
        if (!around) continue;
        renames(around.files, around.called);
        done++;
      }
      tally.seeded += done;
      assert.equal(done, wanted);
    }).timeout(120_000);

  after(() => {
    const forms = [...tally.forms].map(([form, count]) => `${form} ${count}`);
    const references = [...tally.forms.values()].reduce((sum, count) => sum + count, 0);
    console.log(
      `    ${tally.real + tally.seeded} agents were renamed (${tally.real} as they are called, ${tally.seeded} with calls put in)`,
    );
    console.log(`    ${references} places changed: ${forms.sort().join(', ')}`);
    console.log(
      `    in workspaces of ${tally.files} files with ${tally.findings} findings, as many as before`,
    );
  });
});
