import assert from 'node:assert/strict';
import { outlineOf } from '../../../server/agent/outline';
import { type Context, defaultContext } from '../../../server/hosts/context';
import { copilotCli } from '../../../server/hosts/copilot-cli/host';
import { judge } from '../../../server/hosts/judge';
import { placeIn } from '../../../server/hosts/places';
import type { Verdict } from '../../../server/hosts/verdict';
import { describeWithShared, readShared, sharedJson } from '../../support/shared';

interface Agent {
  readonly name: string;
  readonly description: string;
  readonly tools: readonly string[];
  readonly models?: readonly string[];
  readonly userInvocable: boolean;
  readonly disableModelInvocation: boolean;
}

interface Answer {
  readonly agent: Agent | null;
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

function verdictOf(text: string, file: string, context: Partial<Context> = {}): Verdict {
  const place = placeIn(copilotCli, file);
  assert.ok(place, file);
  return judge(outlineOf(text), place, { ...defaultContext, ...context });
}

/** The names as the program keeps them: as written, `*` for no limit. Empty ones are in no token. */
function keptTools({ persona, tools, fields }: Verdict): string {
  if (!fields.some(({ key }) => key === 'tools')) return '*';
  return persona ? tools.map(({ written }) => written).join() : '';
}

function warned({ fields }: Verdict): string {
  const unknown = fields.filter(({ field }) => !field).map(({ key }) => key);
  return unknown.length === 0
    ? ''
    : `unknown field${unknown.length > 1 ? 's' : ''} ignored: ${unknown.join(', ')}`;
}

/** Which fields the program refused, out of its messages. */
function refusedThere(errors: readonly string[]): string {
  const lines = errors.flatMap((error) => error.replace(/^.*is malformed: /s, '').split('\n'));
  const keys = lines.flatMap((line) => {
    if (/^(?:failed to parse YAML|Expected object, received)/.test(line)) return ['yaml'];
    return /^missing or malformed/.test(line) ? ['fence'] : [/^[\w-]+/.exec(line)?.[0] ?? line];
  });
  return [...new Set(keys)].sort().join();
}

function refusedHere({ flaws, fields, missing }: Verdict): string {
  const broken = flaws.map(({ code }) =>
    /^(?:yaml|duplicate-key|not-a-mapping)$/.test(code) ? 'yaml' : 'fence',
  );
  const wrong = fields.filter(({ fate }) => fate === 'refused').map(({ key }) => key);
  return [...new Set([...broken, ...wrong, ...missing.map(({ key }) => key)])].sort().join();
}

function disagreements(verdict: Verdict, { agent, errors, warnings }: Answer): string[] {
  const { persona, fate } = verdict;
  if (!agent || !persona) {
    if (agent || persona) return [`${agent ? 'taken' : `refused (${errors})`} there, ${fate} here`];
    // A reserved name is refused without naming the field; the record has no message for it.
    const there = refusedThere(errors) || 'name';
    const here = refusedHere(verdict);
    return there === here && fate === 'refused'
      ? []
      : [`refused for ${there} there, ${fate} for ${here} here`];
  }
  const pairs: Readonly<Record<string, readonly [unknown, unknown]>> = {
    name: [agent.name, persona.name],
    description: [agent.description, persona.description],
    tools: [agent.tools.filter((name) => name !== '').join(), keptTools(verdict)],
    model: [(agent.models ?? []).join(), [persona.model.written ?? []].flat().join()],
    user: [agent.userInvocable, persona.userInvocable],
    called: [!agent.disableModelInvocation, persona.modelInvocable],
    warned: [warnings.filter((one) => /^unknown/.test(one)).join(), warned(verdict)],
  };
  return Object.entries(pairs)
    .filter(([, [there, here]]) => there !== here)
    .map(
      ([part, [there, here]]) =>
        `${part}: ${JSON.stringify(there)} there, ${JSON.stringify(here)} here`,
    );
}

interface Recorded {
  readonly matrix: Readonly<Record<string, Answer & { readonly src: string }>>;
  readonly toolAliases: Readonly<Record<string, readonly string[]>>;
  readonly defaultTools: readonly string[];
}

const recorded = (): Recorded =>
  sharedJson<{ copilotCli: Recorded }>('hosts/vscode-copilot.json').copilotCli;

describeWithShared('Copilot CLI: recorded cases', () => {
  it('agrees on each of them', () => {
    let compared = 0;
    const wrong = Object.entries(recorded().matrix).flatMap(([id, answer]) => {
      // Cut short in the record.
      if (answer.src.includes('…')) return [];
      compared++;
      const found = disagreements(verdictOf(answer.src, `.github/agents/${id}.agent.md`), answer);
      return found.map((one) => `${id} ${JSON.stringify(answer.src)}: ${one}`);
    });
    assert.deepEqual(wrong, []);
    assert.ok(compared > 200, `${compared} compared`);
  });

  it('agrees on every name of a tool', () => {
    const { toolAliases, defaultTools } = recorded();
    const always = ['skill', 'sql'];
    const wrong = Object.entries(toolAliases).flatMap(([name, there]) => {
      const text = `---\ndescription: d\ntools: [${JSON.stringify(name)}]\n---\nB\n`;
      const { persona } = verdictOf(text, '.github/agents/a.md', { online: true });
      const here = persona?.tools.all ? ['ALL'] : (persona?.tools.granted ?? []);
      return [...here].sort().join() === [...there].sort().join()
        ? []
        : [`${name}: ${there} there, ${here} here`];
    });
    assert.deepEqual(wrong, []);
    const known = copilotCli.dialects['agent']?.tools.tools.map(({ name }) => name) ?? [];
    assert.deepEqual(
      [...defaultTools, ...always].filter((name) => !known.includes(name)),
      [],
    );
  });
});

interface CorpusAnswer extends Answer {
  readonly loaded: boolean;
}

describeWithShared('Copilot CLI: real files', () => {
  it('agrees on every file of the corpus', () => {
    const { files } = sharedJson<{ files: Record<string, CorpusAnswer> }>(
      'oracles/corpus/copilot-cli.json',
    );
    const wrong = Object.entries(files).flatMap(([file, answer], index) =>
      disagreements(
        verdictOf(readShared(`corpus/${file}`), `.github/agents/f${index}.md`),
        answer,
      ).map((one) => `${file}: ${one}`),
    );
    assert.deepEqual(wrong, []);
    assert.equal(Object.keys(files).length, 1200);
  });
});
