// Of which hosts the behavior is loaded: of those that a file concerns. It is most of what a start and a check would load.
import assert from 'node:assert/strict';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { withBehavior } from '../../server/hosts/model/host';
import { catalog } from '../support/catalog';
import { directFolder, directServer } from '../support/direct-server';
import { running } from '../support/running';

/** The hosts, and a list of those whose behavior was read. */
function watched(): { catalog: HostCatalog; loaded: string[] } {
  const loaded: string[] = [];
  const hosts = catalog.hosts.map((host) =>
    withBehavior(host, () => {
      loaded.push(host.id);
      return host;
    }),
  );
  return { catalog: new HostCatalog(hosts), loaded };
}

const agent = '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read\n---\nYou review.\n';
const role =
  'name = "reviewer"\ndescription = "Reviews."\ndeveloper_instructions = "You review."\n';

const files: Readonly<Record<string, readonly [text: string, hosts: readonly string[]]>> = {
  '.claude/agents/reviewer.md': [agent, ['claude-code', 'copilot-cli', 'vscode']],
  '.github/agents/reviewer.agent.md': [agent.replace('Read', '[read]'), ['copilot-cli', 'vscode']],
  '.opencode/agent/reviewer.md': ['---\ndescription: Reviews.\n---\nYou review.\n', ['opencode']],
  '.codex/agents/reviewer.toml': [role, ['codex']],
  '.cursor/agents/reviewer.md': [agent.replace('tools: Read\n', ''), ['cursor']],
};

describe('the behavior of hosts', () => {
  for (const [file, [text, expected]] of Object.entries(files)) {
    it(`is loaded for a check of ${file} by ${expected.join(', ')} alone`, () => {
      const { catalog, loaded } = watched();
      const { code, out } = running({ [file]: text }, ['check'], '', { catalog });
      assert.equal(code, 0, out);
      assert.deepEqual(loaded.toSorted(), expected);
    });

    it(`is loaded when ${file} is opened`, async () => {
      const { catalog, loaded } = watched();
      const server = await directServer({ catalog });
      assert.deepEqual(loaded, [], 'for a start');
      const language = file.endsWith('.toml') ? 'toml' : 'markdown';
      const uri = `file://${directFolder}/${file}`;
      server.open(uri, text, language);
      // Not longer: in the pauses after it the server prepares itself for edits.
      while (!server.diagnostics.has(uri)) await new Promise((done) => setImmediate(done));
      assert.deepEqual(server.diagnostics.get(uri), []);
      assert.deepEqual(loaded.toSorted(), expected);
    });
  }
});
