// Our verdict for Qoder CLI in the words of its answers.
import { usedText } from '../../../server/hosts/judge/skills/skill-values';
import type { Host } from '../../../server/hosts/model/host';
import type { Tools } from '../../../server/hosts/model/persona';
import { availableTools } from '../../../server/hosts/model/tools';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { qoder } from '../../../server/hosts/qoder/host';
import { namesIn } from '../../../server/hosts/qoder/tool-names';
import { textOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, listed, names, notPredicted, quoted } from '../facts';
import { toolFact } from '../oracles/qoder';
import type { Question } from '../question';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function qoderFacts(question: Question, host: Host = qoder): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) return { ...ofSkill, when: whenOf(question, host) };
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, runs } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict) };
  const valueIn = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key && /^(?:kept|coerced)$/.test(field.outcome))
      ?.value;
  const written = (key: string): string | undefined => {
    const value = valueIn(key);
    if (value?.kind === 'number')
      return Number.isFinite(value.number) ? String(value.number) : 'null';
    return value?.kind === 'boolean' ? String(value.boolean) : textOf(value);
  };
  const shown = (key: string): string | undefined => {
    const value = written(key);
    return value === undefined ? undefined : quoted(value);
  };
  const hooks = valueIn('hooks');
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    // MCP servers do not run where the program is asked.
    tools: runs === true ? toolFact(givenBy(verdict, persona.tools)) : '(cannot start)',
    model: quoted([persona.model.written ?? 'inherit'].flat()[0]),
    temperature: written('temperature'),
    turns: written('maxTurns'),
    minutes: written('timeoutMins'),
    effort: written('effort'),
    color: persona.color ?? undefined,
    skills: listed(namesIn(question.text, valueIn('skills')).map(({ text }) => text)),
    first: shown('initialPrompt'),
    permission: quotedText(verdict.fields.find(({ key }) => key === 'permissionMode')?.value),
    memory: written('memory'),
    background: written('background'),
    isolation: written('isolation'),
    hooks: hooks?.kind === 'map' ? names(hooks.entries.map(({ key }) => key)) : undefined,
    mcp: serversIn(valueIn('mcpServers')),
    prompt: String(persona.prompt.length),
  });
}

/** Of the spellings, the first one that has a value counts. */
function whenOf(question: Question, host: Host): string {
  const judged = verdictOn(host, question)?.fields ?? [];
  const key = ['when-to-use', 'when_to_use', 'whenToUse'].find((one) =>
    judged.some((field) => field.key === one && field.value.kind !== 'null'),
  );
  return quoted(key === undefined ? undefined : usedText(judged, key));
}

const givenBy = ({ dialect }: Verdict, { all, granted, denied }: Tools): readonly string[] =>
  all ? availableTools(dialect.tools).filter((name) => !denied.includes(name)) : granted;

/** An empty list counts as absent. */
function serversIn(value: Value | undefined): string | undefined {
  if (value?.kind === 'map') return names(value.entries.map(({ key }) => key));
  if (value?.kind !== 'list' || value.items.length === 0) return undefined;
  return names(
    value.items.flatMap((item) =>
      item.kind === 'map' ? item.entries.map(({ key }) => key) : (textOf(item) ?? []),
    ),
  );
}

/** A string is kept, also where it is no mode. */
const quotedText = (value: Value | undefined): string | undefined => {
  const text = textOf(value);
  return text === undefined ? undefined : quoted(text);
};

function refusedFor({ flaws, fields, missing, agent }: Verdict): string {
  const has = (code: string): boolean => flaws.some((flaw) => flaw.code === code);
  if (!agent) {
    if (has('not-a-mapping')) return 'frontmatter';
    return has('yaml') || has('duplicate-key') ? 'yaml' : 'fence';
  }
  const wrong = fields.filter(({ outcome }) => outcome === 'refused').map(({ key }) => key);
  return names([...wrong, ...missing.map(({ key }) => key)]);
}
