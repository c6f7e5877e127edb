// Our verdict for Cursor in the words of its answers.
import { cursor } from '../../../server/hosts/cursor/host';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { type Facts, facts, names, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { verdictOn, why } from './verdict-on';

export function cursorFacts(question: Question, host: Host = cursor): Facts {
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no' };
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(textIn(verdict, 'description') ?? ''),
    model: quoted(textIn(verdict, 'model') ?? 'inherit'),
    default: String(isTrue(verdict, 'force-default-model')),
    readonly: String(isTrue(verdict, 'readonly')),
    background: String(
      isSet(verdict, 'background')
        ? isTrue(verdict, 'background')
        : isTrue(verdict, 'is_background'),
    ),
    tools: names(textIn(verdict, 'tools') === undefined ? [] : persona.tools.unverified),
    prompt: String(persona.prompt.replaceAll(/\r\n?/g, '\n').length),
  });
}

const isSet = ({ fields }: Verdict, key: string): boolean => fields.some((one) => one.key === key);

/** Every value that is kept counts as true, except for `false`. */
const isTrue = ({ fields }: Verdict, key: string): boolean =>
  fields.some(
    ({ key: own, value, outcome }) =>
      own === key && outcome === 'kept' && !(value.kind === 'boolean' && !value.boolean),
  );

/** An empty value is the empty string. */
function textIn({ fields }: Verdict, key: string): string | undefined {
  const field = fields.find((one) => one.key === key && one.field);
  if (!field) return undefined;
  return field.value.kind === 'text' ? field.value.text : '';
}
