// Faults that break an agent or take its limit away. For each a project of its own, which the program was asked about as it was written
// and after the fix: what the program does, what is reported, and that the fix makes the program do what the author wanted.
import assert from 'node:assert/strict';
import { fixesFor } from '../../server/features/fixes/fixes';
import type { View } from '../../server/features/view/view';
import type { Finding } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import type { Case } from '../conformance/case-file';
import { caseFilesOf } from '../conformance/cases';
import { viewOfExample } from '../support/examples';
import { words } from '../support/words';

interface Fault {
  readonly host: string;
  /** The title of two recorded cases: `: as written` and `: after`. */
  readonly title: string;
  readonly reported: string;
  /** What the program shows of the agent, before and after. */
  readonly shows: readonly [string, string];
  /** The title of the fix. Absent where an author has to decide, or where the fault is in another file. */
  readonly fix?: string;
}

const faults: readonly Fault[] = [
  {
    host: 'opencode',
    title: 'frontmatter below a heading',
    reported: 'error broken-fence',
    shows: ['permissions: (none)', 'permissions: edit * deny'],
    fix: 'Begin the file with this frontmatter',
  },
  {
    host: 'opencode',
    title: 'first dashes missing',
    reported: 'error broken-fence',
    shows: ['permissions: (none)', 'permissions: edit * deny'],
    fix: 'Begin the file with this frontmatter',
  },
  {
    host: 'kilo',
    title: 'frontmatter below a comment',
    reported: 'error broken-fence',
    shows: ['permissions: (none)', 'permissions: edit * deny'],
    fix: 'Begin the file with this frontmatter',
  },
  {
    host: 'vscode',
    title: 'frontmatter below a heading',
    reported: 'error broken-fence',
    shows: ['tools: *', 'tools: search'],
    fix: 'Begin the file with this frontmatter',
  },
  {
    host: 'claude-code',
    title: 'memory adds tools',
    reported: 'error widening-field',
    shows: ['tools: Edit, Grep, Read, Write', 'tools: Grep, Read'],
    fix: 'Add "disallowedTools: Edit, Write"',
  },
  ...['opencode', 'kilo'].map(
    (host): Fault => ({
      host,
      title: 'configuration and file define one agent',
      reported: 'error overridden-definition',
      shows: ['permissions: edit * allow', 'permissions: edit * deny'],
    }),
  ),
  {
    host: 'copilot-cli',
    title: 'agents folder of a standard plugin',
    reported: 'error broken-plugin',
    shows: ['agent: no', 'agent: yes'],
  },
  {
    host: 'claude-code',
    title: 'call of an agent that does not exist',
    reported: 'warning unknown-agent',
    shows: ['calls: not found', 'calls: starts'],
    fix: 'Replace with "code-reviewer"',
  },
  {
    host: 'claude-code',
    title: 'hooks file of a plugin without its key',
    reported: 'error broken-plugin',
    shows: ['agent: no', 'agent: yes'],
  },
  {
    host: 'claude-code',
    title: 'manifest names a folder',
    reported: 'error broken-plugin',
    shows: ['agent: no', 'agent: yes'],
  },
  {
    host: 'claude-code',
    title: 'settings deny a listed tool',
    reported: 'warning contradictory-tool',
    shows: ['tools: Read', 'tools: Bash, Read'],
  },
  {
    host: 'claude-code',
    title: 'command without a tool for it',
    reported: 'warning impossible-command',
    shows: ['tools: Grep, Read', 'tools: Bash, Read'],
  },
  {
    host: 'vscode',
    title: 'names that models see',
    reported: 'warning empty-tools',
    shows: ['tools: create_file, read_file', 'tools: edit/createFile, read'],
    fix: 'Use the tool names of VS Code',
  },
  {
    host: 'opencode',
    title: 'skills that are an option',
    reported: 'warning unknown-field',
    shows: ['options: {"skills":["style-guide"]}', 'options: {}'],
    fix: 'Remove "skills"',
  },
  ...['opencode', 'kilo'].map(
    (host): Fault => ({
      host,
      title: 'map of trues',
      reported: 'warning non-restrictive-tools',
      shows: [
        'permissions: read * allow | bash * allow | grep * allow',
        'permissions: * * deny | read * allow | bash * allow | grep * allow',
      ],
      fix: 'Add "*": false as the first line',
    }),
  ),
];

const recorded = (host: string): readonly Case[] => caseFilesOf(host).get('faults')?.cases ?? [];

function caseOf({ host, title }: Fault, when: 'as written' | 'after'): Case {
  const found = recorded(host).find(({ id }) => id === `${title}: ${when}`);
  return found ?? assert.fail(`no case "${title}: ${when}" of ${host}`);
}

const viewOfCase = ({ path, text, around = {} }: Case): View =>
  viewOfExample({
    ...{ path, text },
    companions: Object.entries(around).map(([file, other]) => ({ path: file, text: other })),
  });

const findingsOf = ({ host, reported }: Fault, view: View): readonly Finding[] =>
  view.findings().filter((one) => one.host === host && `${one.severity} ${one.rule}` === reported);

const shown = ({ facts }: Case): readonly string[] =>
  Object.entries(facts).map(([fact, value]) => `${fact}: ${value}`);

for (const fault of faults) {
  describe(`${fault.host}: ${fault.title}`, () => {
    it('is what the program does, before and after', () => {
      const [before, after] = fault.shows;
      const written = shown(caseOf(fault, 'as written'));
      const fixed = shown(caseOf(fault, 'after'));
      assert.ok(written.includes(before) && !written.includes(after), written.join('\n'));
      assert.ok(fixed.includes(after) && !fixed.includes(before), fixed.join('\n'));
    });

    it('is reported, and no longer after the fix', () => {
      assert.equal(findingsOf(fault, viewOfCase(caseOf(fault, 'as written'))).length, 1);
      assert.deepEqual(findingsOf(fault, viewOfCase(caseOf(fault, 'after'))), []);
    });

    it('is fixed by what the program was asked about', () => {
      const written = caseOf(fault, 'as written');
      const view = viewOfCase(written);
      const fixes = findingsOf(fault, view).flatMap((finding) => fixesFor(view, finding));
      const fix = fixes.find(({ title }) => words(title) === fault.fix);
      if (fault.fix === undefined) return;
      assert.ok(fix, fixes.map(({ title }) => words(title)).join('\n'));
      assert.equal(applyEdits(written.text, fix.edits), caseOf(fault, 'after').text);
    });
  });
}

it('every recorded fault is here', () => {
  const known = new Set(faults.map(({ host, title }) => `${host} ${title}`));
  const hosts = [...new Set(faults.map(({ host }) => host))];
  const stray = hosts.flatMap((host) =>
    recorded(host)
      .map(({ id }) => `${host} ${id.replace(/: (?:as written|after)$/, '')}`)
      .filter((one) => !known.has(one)),
  );
  assert.deepEqual(stray, []);
});
