// Our verdict for Factory Droid in the words of its answers.
import { factory } from '../../../server/hosts/factory/host';
import { categoryIn } from '../../../server/hosts/factory/tool-names';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { entryOf, type Value } from '../../../server/yaml/value';
import { type Facts, facts, names, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { verdictOn, why } from './verdict-on';

export function factoryFacts(question: Question, host: Host = factory): Facts {
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, runs } = verdict;
  if (outcome === 'unknown' || !persona) return { agent: notPredicted(why(verdict)) };
  const { all, granted, always } = persona.tools;
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    runs: runs ? 'yes' : 'no',
    ...(runs && {
      ...modelFacts(verdict),
      tools: all ? '(all)' : names([...granted, ...always]),
      ...(all && { removed: 'ask-user' }),
      changes: categoryIn(kept(verdict, 'tools')) === 'read-only' ? 'no' : 'yes',
      prompt: String(persona.prompt.length),
    }),
  });
}

/** The value of a field, unless one of the wrong type makes the program drop all of them. */
function kept({ fields, agent }: Verdict, key: string): Value | undefined {
  const isLost = fields.some(({ otherwise }) => otherwise?.reason === 'frontmatter-lost');
  return isLost || !agent ? undefined : entryOf(agent.fields, key)?.value;
}

function modelFacts(verdict: Verdict): Facts {
  const effective = verdict.persona?.model.effective ?? null;
  // Without a model of its own, the agent reasons like its session. Models of the settings are not in the questions.
  if (effective === 'inherit' || effective === null) return { model: '(none)', effort: '(none)' };
  const effort = kept(verdict, 'reasoningEffort');
  return {
    model: quoted(effective),
    effort: quoted(effort?.kind === 'text' ? effort.text : undefined),
  };
}
