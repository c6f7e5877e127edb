// The examples and the snippets have the expected outcomes in their hosts.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { outlineOf } from '../../server/agent/outline';
import { judge } from '../../server/hosts/judge/compute-verdict';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import type { Verdict } from '../../server/hosts/model/verdict';
import { expanded } from '../grammar/expand';
import { hosts, placesOf } from '../support/catalog';

type Outcome = Verdict['outcome'];

const examples: Readonly<
  Record<string, { readonly outcome: Outcome; readonly lost?: readonly string[] }>
> = {
  '.claude/agents/code-reviewer.md': { outcome: 'loads' },
  '.claude/agents/refactorer.md': { outcome: 'loads-changed', lost: ['MultiEdit', 'Grep', 'Glob'] },
  '.claude/agents/docs-writer.md': { outcome: 'loads-changed' },
  '.claude/agents/onboarding-guide.md': { outcome: 'loads' },
  '.claude/agents/team/feature-builder.md': { outcome: 'loads' },
  '.claude/agents/team/feature-lead.md': { outcome: 'loads' },
  '.claude/agents/team/feature-tester.md': { outcome: 'loads' },
  '.github/agents/test-writer.agent.md': { outcome: 'loads' },
  // VS Code accepts deprecated names and reports them.
  '.github/agents/security-auditor.agent.md': { outcome: 'loads' },
  '.opencode/agent/release-manager.md': { outcome: 'loads' },
  '.opencode/agent/migration-planner.md': { outcome: 'stops-host' },
};

// Copilot CLI owns .github/agents too. The expectations for those files are for VS Code.
const hostOfFolder: Readonly<Record<string, string>> = {
  '.claude': 'claude-code',
  '.github': 'vscode',
  '.opencode': 'opencode',
};

function judged(text: string, file: string, host: string): Verdict | undefined {
  const place = placesOf(file).find((one) => one.host.id === host);
  return place && judge(outlineOf(text), place);
}

describe('the examples', () => {
  for (const [file, { outcome, lost }] of Object.entries(examples)) {
    const host = hostOfFolder[file.split('/')[0] ?? ''] ?? '';
    it(`${file}: ${host} ${outcome}`, function () {
      if (!hosts.some(({ id }) => id === host)) this.skip();
      const verdict = judged(readFileSync(path.join('examples', file), 'utf8'), file, host);
      assert.equal(verdict?.outcome, outcome, verdict?.reason ?? '');
      if (lost)
        assert.deepEqual(
          verdict?.tools.filter(({ outcome }) => outcome === 'lost').map((tool) => tool.written),
          lost,
        );
    });
  }

  it('are all listed here and in their README', () => {
    const readme = readFileSync('examples/README.md', 'utf8');
    const files = readdirSync('examples', { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.md') && file !== 'README.md');
    assert.deepEqual(files.sort(), Object.keys(examples).sort());
    for (const file of files) assert.ok(readme.includes(`\`${file}\``), file);
  });
});

describe('the snippets', () => {
  const snippets: Readonly<
    Record<string, { readonly prefix: string; readonly body: readonly string[] }>
  > = JSON.parse(readFileSync('snippets/agents.json', 'utf8'));
  const owners = [
    ['dossier-claude', 'claude-code'],
    ['dossier-copilot', 'vscode'],
    ['dossier-opencode', 'opencode'],
  ] as const;

  for (const [title, { prefix, body }] of Object.entries(snippets)) {
    const owner = owners.find(([start]) => prefix.startsWith(start))?.[1];
    it(`${title}: loads as written in ${owner}`, function () {
      const host = hosts.find(({ id }) => id === owner);
      if (!host) return this.skip();
      const place = placeInOwnFolder(host, 'tester.md');
      assert.ok(place);
      const text = expanded(body.join('\n'), { TM_FILENAME_BASE: 'tester' });
      assert.equal(judge(outlineOf(text), place).outcome, 'loads');
    });
  }
});
