import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { defaultContext } from '../../../server/hosts/context';
import { judge } from '../../../server/hosts/judge';
import { placesOf } from '../../../server/hosts/places';
import type { Verdict } from '../../../server/hosts/verdict';
import { describeWithShared, readShared, sharedJson } from '../../support/shared';

interface Recorded {
  readonly input: string;
  readonly loaded: boolean;
  readonly sent: { readonly model: string; readonly tools: readonly string[] } | null;
  readonly refused: string | null;
}

interface CorpusRecord {
  readonly loaded: boolean;
  readonly name?: string;
  readonly description?: string;
  readonly model?: string;
  readonly sentModel?: string;
  readonly tools?: readonly string[];
  readonly refused?: string | null;
}

const offered = [
  'Agent',
  'Bash',
  'CronCreate',
  'CronDelete',
  'CronList',
  'Edit',
  'EnterWorktree',
  'ExitWorktree',
  'ListAgents',
  'Monitor',
  'NotebookEdit',
  'Read',
  'ReportFindings',
  'SendMessage',
  'Skill',
  'TaskStop',
  'WebFetch',
  'WebSearch',
  'Write',
];

const verdictOf = (text: string, file: string): Verdict => {
  const place = placesOf(file, { has: () => true }).find((one) => one.host.id === 'claude-code');
  assert.ok(place, file);
  return judge(outlineOf(text), place, defaultContext);
};

/** The tools that the host would send. */
function sentTools({ persona }: Verdict): string[] {
  if (!persona) return [];
  const { all, granted, denied } = persona.tools;
  const names = all ? [...offered.filter((name) => !denied.includes(name)), ...granted] : granted;
  return [...names].sort();
}

const sessionModel = 'claude-opus-5-5';
const sentModel = ({ persona }: Verdict): string | null =>
  persona?.model.effective === 'inherit' ? sessionModel : (persona?.model.effective ?? null);

function disagreement(verdict: Verdict, { loaded, sent, refused }: Recorded): string | null {
  const alive = verdict.persona !== null;
  if (alive !== loaded) return `loaded: ${loaded} there, ${verdict.fate} (${verdict.reason}) here`;
  if (!sent || !alive) {
    const zero = /zero tools/.test(refused ?? '');
    return alive && zero && verdict.runs !== false && verdict.runs !== null
      ? 'refused to start there, runs here'
      : null;
  }
  const there = [...sent.tools].sort().join();
  const here = sentTools(verdict).join();
  if (there !== here) return `tools: ${there} there, ${here} here`;
  return sent.model === sentModel(verdict)
    ? null
    : `model: ${sent.model} there, ${sentModel(verdict)} here`;
}

describeWithShared('Claude Code: recorded cases', () => {
  const { groups } = sharedJson<{ groups: Record<string, { cases: Record<string, Recorded> }> }>(
    'oracles/claude/golden-2.1.328.json',
  );
  // A8 and f2 load under a name that another case has. Other sessions than the default one: older models, other switches, files outside the project, several files.
  const elsewhere = new Set(['sonnet46', 'todoenv', 'ts', 'defaultenv', 'restricted', 'seedall']);
  const outside = new Set([
    'A28',
    'A29',
    'A31',
    'A35',
    'A36',
    'A37',
    'A38',
    'A39',
    'A33',
    'A34',
    'A10',
    'A11',
    'A8',
    'f2',
  ]);
  for (const [group, { cases }] of Object.entries(groups)) {
    if (elsewhere.has(group)) continue;
    it(`${group}: ${Object.keys(cases).length} cases`, () => {
      const wrong: string[] = [];
      for (const [id, recorded] of Object.entries(cases)) {
        if (outside.has(id) || /generated, see cases|\(seed file\)/.test(recorded.input)) continue;
        const text =
          /^---|^\uFEFF|^ ---|^\n---|^<!--|^\+\+\+|^----|^name: r_nofence|^just text|^# Readme|^[^:\n]*\n/.test(
            recorded.input,
          ) || recorded.input.includes('\n---')
            ? recorded.input
            : `---\nname: ${id}\ndescription: d ${id}\n${recorded.input}\n---\nBODY-${id}\n`;
        const file = group === 'plugin' ? `plug/agents/${id}.md` : `.claude/agents/${id}.md`;
        const found = disagreement(verdictOf(text, file), recorded);
        if (found) wrong.push(`${id} ${JSON.stringify(recorded.input).slice(0, 90)}: ${found}`);
      }
      assert.deepEqual(wrong, []);
    });
  }
});

describeWithShared('Claude Code: real files', () => {
  it('agrees on every file of the corpus', () => {
    const { files } = sharedJson<{ files: Record<string, CorpusRecord> }>(
      'oracles/corpus/claude-code.json',
    );
    const wrong: string[] = [];
    for (const [file, there] of Object.entries(files)) {
      const verdict = verdictOf(
        readShared(`corpus/${file}`),
        `.claude/agents/${file.replaceAll('/', '-')}`,
      );
      const { persona } = verdict;
      if ((persona !== null) !== there.loaded)
        wrong.push(`${file}: loaded ${there.loaded} there, ${verdict.fate} ${verdict.reason} here`);
      else if (persona && persona.name !== there.name)
        wrong.push(`${file}: name ${there.name} there, ${persona.name} here`);
      else if (persona && persona.description !== there.description)
        wrong.push(
          `${file}: description differs\n    ${JSON.stringify(there.description).slice(0, 150)}\n    ${JSON.stringify(persona.description).slice(0, 150)}`,
        );
      else if (
        persona &&
        there.tools &&
        there.tools.length > 0 &&
        [...there.tools].sort().join() !== sentTools(verdict).join()
      )
        wrong.push(`${file}: tools ${[...there.tools].sort()} there, ${sentTools(verdict)} here`);
      else if (persona && there.sentModel !== undefined && sentModel(verdict) !== there.sentModel)
        wrong.push(`${file}: model ${there.sentModel} there, ${sentModel(verdict)} here`);
    }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} of ${Object.keys(files).length}`);
  });
});
