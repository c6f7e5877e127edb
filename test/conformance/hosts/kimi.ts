// Our verdict for Kimi Code in the words of its answers.
import { kimi } from '../../../server/hosts/kimi/host';
import { isEverything, namesIn } from '../../../server/hosts/kimi/tool-names';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import type { Value } from '../../../server/yaml/value';
import { type Facts, facts, listed, names, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { served } from './served';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function kimiFacts(question: Question, host: Host = kimi): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) return ofSkill;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, tools } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict) };
  const valueIn = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key && /^(?:kept|coerced)$/.test(field.outcome))
      ?.value;
  const listIn = (key: string): string | undefined => {
    const value = valueIn(key);
    return value?.kind === 'text' || value?.kind === 'list'
      ? listed(namesIn(question.text, value).map(({ text }) => text))
      : undefined;
  };
  const inactive = (key: string): string =>
    names(
      tools.flatMap((tool) =>
        tool.key === key && /^(?:lost|no-effect)$/.test(tool.outcome) ? tool.written : [],
      ),
    );
  const when = valueIn('whenToUse');
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    when: quoted(when?.kind === 'text' ? when.text.trim() || null : when?.kind),
    tools: isEverything(namesIn(question.text, valueIn('tools')))
      ? '(all)'
      : (listIn('tools') ?? '(all)'),
    inactive: inactive('tools'),
    denied: listIn('disallowedTools') ?? '(none)',
    undenied: inactive('disallowedTools'),
    ...served(question, verdict),
    subagents: listIn('subagents') ?? '(default)',
    prompt: String(persona.prompt.replaceAll('\r\n', '\n').length),
  });
}

/** In the order in which the program checks. */
function refusedFor({ flaws, fields, missing, agent }: Verdict): string {
  const has = (code: string): boolean => flaws.some((flaw) => flaw.code === code);
  if (!agent) {
    if (has('not-a-mapping')) return 'frontmatter';
    return has('yaml') || has('duplicate-key') ? 'yaml' : 'fence';
  }
  const wrong = [...fields.filter(({ outcome }) => outcome === 'refused'), ...missing];
  if (has('name-breaks-host')) return 'name';
  const keys = ['name', 'description', 'override', 'tools', 'disallowedTools', 'subagents'];
  const first = keys.find((key) => wrong.some((field) => field.key === key));
  if (first !== undefined) return first;
  if (has('short-prompt')) return 'prompt';
  return has('name-vanishes') ? 'built-in' : 'other';
}
