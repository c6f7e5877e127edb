// The account of a mode in the file, such as "permissionMode: plan": the host gives the agent its tools, and refuses or asks when they
// are used. In another host, the agent has these tools or lacks them.
import { controlled } from '../hosts/judge/tools/mode-limit';
import { grantFor, leastOf, mostOf, type SharedTools } from '../hosts/model/conversion';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import type { Action } from '../hosts/model/permission-evaluator';
import { purposesByTool } from '../hosts/model/tools';
import { type Message, t } from '../text/message';
import { textOf } from '../yaml/value';
import { type AccountRow, fieldPart } from './account';
import { isUsed, type PlanInput } from './plan-fields';
import { withoutEffect } from './plan-others';

/** A row for each mode. @param now what the agent may do in the target. */
export function modeRows(input: PlanInput, now: SharedTools): readonly AccountRow[] {
  const { modes = {} } = input.from;
  return input.verdict.fields.flatMap((field) => {
    const actionOf = Object.hasOwn(modes, field.key) ? modes[field.key] : undefined;
    if (!actionOf) return [];
    if (!isUsed(field) || field.field?.noEffect) return [withoutEffect(field, input)];
    const word = textOf(field.value);
    return word === undefined ? [] : [modeRow(field, actionOf(word), input, now)];
  });
}

function modeRow(
  { key, value, keySpan }: FieldVerdict,
  action: Action | 'check' | undefined,
  input: PlanInput,
  now: SharedTools,
): AccountRow {
  const names = limitedTools(input);
  const args = {
    ...{ source: input.source.name, target: input.target.name },
    ...{ mode: `${key}: ${textOf(value)}`, names: names.map((name) => `"${name}"`).join(', ') },
  };
  const row = (change: AccountRow['change'], why: Message): AccountRow => ({
    ...{ part: fieldPart(key), change, why, offset: keySpan.start },
  });
  if (action === undefined || action === 'allow')
    return row(
      'lost',
      t('"{mode}" decides when {source} asks. In {target}, the settings of the user do.', args),
    );
  if (names.length === 0)
    return row('same', t('The agent has no tools that "{mode}" limits in {source}.', args));
  const grants = controlled.map((purpose) => grantFor(now, purpose));
  const isWithout = grants.every((grant) => mostOf(grant) === 'deny');
  if (action === 'deny')
    return isWithout
      ? row(
          'narrower',
          t(
            '{source} gives the agent {names} and refuses to use them with "{mode}". In {target}, the agent does not have them.',
            args,
          ),
        )
      : row('lost', t('"{mode}" makes {source} refuse to use {names}. {target} does not.', args));
  if (isWithout)
    return row(
      'narrower',
      t(
        '{source} asks before it uses {names} with "{mode}". In {target}, the agent does not have them.',
        args,
      ),
    );
  if (grants.some((grant) => leastOf(grant) === 'allow'))
    return row(
      'lost',
      t('"{mode}" makes {source} ask before it uses {names}. {target} may not ask.', args),
    );
  return action === 'check'
    ? row(
        'narrower',
        t('With "{mode}", {source} asks only if a check requires it. {target} always asks.', args),
      )
    : row('same', t('{target} asks too before the agent changes files or runs commands.', args));
}

/** The tools of the agent that change files or run commands. */
function limitedTools({ verdict, persona }: PlanInput): readonly string[] {
  const { all, granted, denied } = persona.tools;
  const has = (name: string): boolean => (all ? !denied.includes(name) : granted.includes(name));
  return Object.entries(purposesByTool(verdict.dialect.tools)).flatMap(([name, purposes]) =>
    has(name) && purposes.some((one) => controlled.includes(one)) ? [name] : [],
  );
}
