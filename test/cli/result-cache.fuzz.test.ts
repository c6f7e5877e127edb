// `dossier check --cache`: after any edits, a run reports what it would report without the results of earlier runs.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { createResultStore } from '../../server/world/result-store';
import { copiedAgents } from '../support/corpus-agents';
import { type RunOptions, running } from '../support/running';
import { times } from '../support/share';

const agents = copiedAgents(60).slice(0, 60);
const agent = (head: string, body = 'You review.'): string => `---\n${head}\n---\n${body}\n`;
/** Texts whose findings depend on each other, on companions or on what else the project contains. */
const linked = [
  agent('name: one\ndescription: Reviews.\ntools: Read, Task(two), mcp__tickets__list'),
  agent(
    'name: two\ndescription: Reviews.\ntools: Read, Foo',
    'Delegate to @one, then run ./run.sh.',
  ),
  agent('name: two\ndescription: Reviews.\nskills: deploy\nmcpServers: [tickets]'),
  agent('description: Reviews.\nagents: [one, three]\ntools: [tickets/*, edit]'),
  agent('mode: subagent\ndescription: Reviews.\npermission:\n  bash: {"*": ask}\ncolor: yellow'),
  agent('name: one\nname: two\ntools: Read # dossier-ignore unknown-tool'),
];
const places = [
  '.claude/agents/a.md',
  '.claude/agents/b.md',
  'plugin/agents/a.md',
  '.github/agents/a.agent.md',
  '.github/agents/b.md',
  '.opencode/agent/a.md',
  '.kilo/agent/a.md',
];
const companions: Readonly<Record<string, readonly string[]>> = {
  '.mcp.json': ['{"mcpServers":{"tickets":{"command":"x"}}}', '{', '{"mcpServers":{}}'],
  '.claude/settings.json': ['{"permissions":{"deny":["Task(two)"]}}', '{}'],
  '.claude/skills/deploy/SKILL.md': [agent('name: deploy\ndescription: Deploys.')],
  'plugin/.claude-plugin/plugin.json': ['{"name":"p"}', '{"agents":["./agents/a.md"]}', '{'],
  'opencode.json': [
    '{"agent":{"three":{"description":"x","tools":{"foo":1}}},"mcp":{"tickets":{"type":"local"}}}',
    '{"agent":{"three":{"disable":true}}}',
  ],
  'run.sh': ['#!/bin/sh\n'],
  '/home/user/.claude.json': ['{"mcpServers":{"tickets":{"command":"x"}}}', '{}'],
  '/home/user/.claude/agents/one.md': [linked[0] ?? ''],
  'dossier.config.json': [
    '{"rules":{"unknown-tool":"error"}}',
    '{"guests":"all"}',
    '{"exclude":["**/b.md"]}',
  ],
};

interface Edit {
  readonly at: string;
  /** Null: the file is removed. */
  readonly text: string | null;
}

const agentEdit: fc.Arbitrary<Edit> = fc.record({
  at: fc.constantFrom(...places, ...agents.slice(0, 20).map(({ path: at }) => at)),
  text: fc.option(fc.constantFrom(...linked, ...agents.map(({ text }) => text)), { freq: 5 }),
});
const companionEdit: fc.Arbitrary<Edit> = fc.constantFrom(...Object.keys(companions)).chain((at) =>
  fc.record({
    at: fc.constant(at),
    text: fc.option(fc.constantFrom(...(companions[at] ?? [])), { freq: 4 }),
  }),
);
const edits = (least: number, most: number): fc.Arbitrary<readonly Edit[]> =>
  fc.array(fc.oneof({ weight: 3, arbitrary: agentEdit }, { weight: 2, arbitrary: companionEdit }), {
    minLength: least,
    maxLength: most,
  });

const commands: readonly (readonly string[])[] = [
  ['--format', 'json'],
  ['--format', 'sarif', '--suppressed'],
  [],
  ['--notes'],
  ['--quiet'],
  ['--fix', '--dry-run'],
  ['--fix', '--format', 'json'],
  ['--program', 'claude-code,opencode'],
  ['--loose', '--guests', 'all'],
  ['--changed', 'HEAD'],
  ['.claude/agents'],
];

/** A git in which these files differ from the last commit. */
const gitWith =
  (changed: readonly string[]): NonNullable<RunOptions['git']> =>
  ([command, option]) => {
    const out =
      command === 'diff'
        ? changed.map((file) => `${file}\0`).join('')
        : command === 'ls-files' || option === '--show-prefix'
          ? ''
          : 'commit\n';
    return { code: 0, out, err: '' };
  };

describe('check --cache', () => {
  it('reports the same as without it, after any edits', function () {
    this.timeout(300_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'dossier-results-'));
    const results = () => createResultStore(folder);
    try {
      const property = fc.property(
        edits(4, 12),
        fc.constantFrom(...commands),
        fc.array(edits(0, 2), { minLength: 4, maxLength: 8 }),
        (first, command, steps) => {
          const files: Record<string, string> = {
            '.claude/agents/a.md': linked[0] ?? '',
            '.claude/agents/b.md': linked[1] ?? '',
          };
          const apply = (made: readonly Edit[]): void => {
            for (const { at, text } of made)
              if (text === null) delete files[at];
              else files[at] = text;
          };
          apply(first);
          for (const made of steps) {
            apply(made);
            if (
              command[0] === '.claude/agents' &&
              !Object.keys(files).some((at) => at.startsWith('.claude/agents/'))
            )
              continue;
            const git = gitWith(made.map(({ at }) => at));
            const plain = running(files, ['check', ...command], '', { git });
            const cached = running(files, ['check', '--cache', ...command], '', { git, results });
            const shown = ({ code, out, err }: typeof cached) => ({ code, out, err });
            assert.deepEqual(shown(cached), shown(plain), command.join(' '));
          }
        },
      );
      fc.assert(property, { numRuns: times(120) });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
