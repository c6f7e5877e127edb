// The laws of lists of allowed and denied tools, in every host that has both.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasServerTool } from '../../server/hosts/judge/tools/agent-tools';
import type { Dialect } from '../../server/hosts/model/dialect';
import type { Host } from '../../server/hosts/model/host';
import type { Tools } from '../../server/hosts/model/persona';
import { availableTools } from '../../server/hosts/model/tools';
import { before } from '../../server/text/before';
import { hosts } from '../support/catalog';
import { viewAt } from '../support/viewing';

const fieldOf = ({ fields }: Dialect, role: string): string | undefined =>
  Object.entries(fields).find(([, field]) => field.role === role)?.[0];

interface Tested {
  readonly id: string;
  readonly at: string;
  readonly allowed: string;
  readonly denied: string;
  readonly dialect: Dialect;
}

/** Auggie documents that it ignores the list of allowed tools where there is one of denied tools. */
const isEither = ({ id }: Host): boolean => id === 'auggie';

const tested = hosts.flatMap((host): Tested[] => {
  const dialect = Object.values(host.dialects).find((one) => fieldOf(one, 'denied-tools'));
  const allowed = dialect && fieldOf(dialect, 'tools');
  const denied = dialect && fieldOf(dialect, 'denied-tools');
  if (!dialect || allowed === undefined || denied === undefined || isEither(host)) return [];
  return [{ id: host.id, at: host.ownFile.replace('{name}', 'probe'), allowed, denied, dialect }];
});

const servers = ['tickets', 'notes'];

/** Names that stand for tools of servers, in the forms of some host. */
const serverNames = [
  ...servers.flatMap((name) => [`mcp__${name}`, `mcp__${name}__*`, `mcp__${name}__list`]),
  ...['mcp__tickets__delete', 'mcp__tickets__del*', 'mcp__*', 'mcp__*__delete', 'mcp__tickets'],
  ...['@tickets', '@tickets/list', '@mcp', 'mcp__tickets__{list,delete}'],
];

describe('allowed and denied tools', () => {
  it('are two lists in several hosts', () => assert.ok(tested.length >= 5, `${tested.length}`));

  for (const { id, at, allowed, denied, dialect } of tested)
    describe(`of ${id}`, () => {
      const catalog = dialect.tools;
      const builtIn = availableTools(catalog);
      const name = fc.oneof(
        fc.constantFrom(...builtIn),
        fc.constantFrom(...serverNames),
        fc.constantFrom('*', 'Nope', 'read', 'BASH', 'Bash(git:*)', 'Agent(a)'),
      );
      const list = fc.array(name, { maxLength: 5 });
      const toolsWith = (lists: Readonly<Record<string, readonly string[]>>): Tools => {
        const lines = Object.entries(lists).map(
          ([key, names]) => `${key}: [${names.map((one) => JSON.stringify(one)).join(', ')}]\n`,
        );
        const text = `---\nname: probe\ndescription: Reviews changes.\n${lines.join('')}---\nYou review the changes.\n`;
        const verdict = viewAt(text, { at })
          .verdicts()
          .find(({ place }) => place.host.id === id);
        assert.ok(verdict?.persona);
        return verdict.persona.tools;
      };
      const served = servers.flatMap((server) =>
        ['list', 'delete'].flatMap((tool) => [`mcp__${server}__${tool}`, `@${server}/${tool}`]),
      );
      /** What the agent has of everything that an agent may have. */
      const held = (tools: Tools): ReadonlySet<string> =>
        new Set([
          ...builtIn.filter((one) => tools.all && !tools.denied.includes(one)),
          ...tools.granted,
          ...tools.always,
          ...served.filter((one) => hasServerTool(tools, one, catalog)),
        ]);
      const same = (a: Tools, b: Tools): void =>
        assert.deepEqual([...held(a)].sort(), [...held(b)].sort());

      it('never have more for a denial', () =>
        fc.assert(
          fc.property(list, list, (names, without) => {
            const listed = toolsWith({ [allowed]: names });
            // A tool whose work another listed one does comes back where that one is denied.
            const replaced = listed.lost.flatMap(({ written, why }) =>
              why === 'replaced' ? [before(written, '(')] : [],
            );
            const had = new Set([...held(listed), ...replaced]);
            for (const one of held(toolsWith({ [allowed]: names, [denied]: without })))
              assert.ok(had.has(one), one);
            const all = held(toolsWith({}));
            for (const one of held(toolsWith({ [denied]: without }))) assert.ok(all.has(one), one);
          }),
          { numRuns: 60 },
        ));

      it('are the same in any order', () =>
        fc.assert(
          fc.property(list, list, (names, without) => {
            same(
              toolsWith({ [allowed]: names, [denied]: without }),
              toolsWith({ [allowed]: names.toReversed(), [denied]: without.toReversed() }),
            );
          }),
          { numRuns: 60 },
        ));

      it('list no denied name', () =>
        fc.assert(
          fc.property(list, list, (names, without) => {
            const tools = toolsWith({ [allowed]: names, [denied]: without });
            for (const one of [...tools.granted, ...tools.always, ...tools.unverified])
              assert.ok(!tools.denied.includes(one), one);
          }),
          { numRuns: 60 },
        ));
    });
});
