// The names in `allowed-tools` and `disallowed-tools` of a skill. They are rules of permission and no list of tools: what is in
// parentheses counts, and no name takes a tool away from the model or gives it one.

import { type Sentence, t } from '../../text/message';
import {
  createToolOutcome,
  createToolVerdict,
  type ToolOutcome,
  type ToolOutcomeDetails,
  type ToolVerdict,
} from '../model/persona';
import type { SkillInput } from '../model/skill';
import { availableTools } from '../model/tools';
import { type Name, namesIn } from './tool-names';
import { type ToolTables, tablesOf } from './tool-outcomes';
import { shellTool } from './tools';

const granting = ['allowed-tools'];
const denying = ['disallowed-tools', 'disallowedTools'];

/** What Claude Code does with each name in the two lists of a skill. */
export function skillTools(input: SkillInput): readonly ToolVerdict[] {
  const tables = tablesOf(input.dialect.tools);
  const on = (
    keys: readonly string[],
    outcomeOf: (name: Name, tables: ToolTables) => ToolOutcome,
  ): readonly ToolVerdict[] =>
    input.fields
      .filter(({ key, field }) => field !== undefined && keys.includes(key))
      .flatMap((field) => namesIn(input, field))
      .map((name) =>
        createToolVerdict(name.token.text, name.token.span, name.key, outcomeOf(name, tables)),
      );
  return [...on(granting, grantOf), ...on(denying, denialOf(availableTools(input.dialect.tools)))];
}

/** The tool in whose rules paths are compared, also for the tool that writes whole files. */
const pathTool = 'Edit';
const toolWithoutPaths = 'Write';

/** Why an entry has no effect, and what has the effect that the author wanted. */
interface Fault {
  readonly effect: Sentence;
  readonly instead?: readonly string[];
}

/** It stands for all of the tool before it, so a grant is wider than it looks. */
const isArgumentAlone = ({ base }: Name): boolean => base.startsWith('(');

function faultOf({ base, argument, token, whole }: Name, { known }: ToolTables): Fault | null {
  if (whole || !known.has(base)) return null;
  if (base === toolWithoutPaths)
    return {
      effect: t(
        '{host} compares paths only in entries for "{tool}", which apply to every tool that changes files.',
        { tool: pathTool },
      ),
      instead: [`${pathTool}${token.text.slice(token.text.indexOf('('))}`],
    };
  if (base === shellTool && /\*\s*,/.test(argument ?? ''))
    return {
      effect:
        '{host} reads the text in the parentheses as one command. Write an entry for each command.',
      instead: (argument ?? '').split(',').map((one) => `${base}(${one.trim()})`),
    };
  return null;
}

/** Whether it names a tool of an MCP server, which is unknown here. */
const isOfServer = ({ base }: Name): boolean => base.startsWith('mcp__');

function grantOf(name: Name, tables: ToolTables): ToolOutcome {
  if (isArgumentAlone(name))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      wider:
        'The space before the parentheses makes them an entry of their own, so {host} allows every use of the tool.',
    });
  const fault = faultOf(name, tables);
  if (fault) return createToolOutcome('lost', [], { why: 'wrong-form', ...fault });
  if (isOfServer(name)) return createToolOutcome('unverified', []);
  if (tables.known.has(name.base)) return createToolOutcome('granted', [name.base]);
  if (name.base.includes('*'))
    return createToolOutcome('lost', [], {
      why: 'wrong-form',
      effect: '{host} grants nothing for a pattern of names.',
    });
  return createToolOutcome('lost', [], otherwise(name, tables));
}

/** @param offered the tools that a pattern is compared with. */
const denialOf =
  (offered: readonly string[]) =>
  (name: Name, tables: ToolTables): ToolOutcome => {
    if (isArgumentAlone(name))
      return createToolOutcome('no-effect', [], {
        effect:
          'The space before the parentheses makes them an entry of their own, so {host} denies every use of the tool.',
      });
    const fault = faultOf(name, tables);
    // A limit was wanted: `wider` marks an entry that loses it.
    if (fault)
      return createToolOutcome('no-effect', [], { instead: fault.instead, wider: fault.effect });
    if (isOfServer(name)) return createToolOutcome('denied', []);
    if (tables.known.has(name.base)) return createToolOutcome('denied', [name.base]);
    const matched = name.base.includes('*') ? offered.filter(matcher(name.base)) : [];
    if (matched.length > 0) return createToolOutcome('denied', matched);
    const { instead, why } = otherwise(name, tables);
    const effect = '{host} has no such tool.';
    if (instead) return createToolOutcome('no-effect', [], { instead, wider: effect });
    const isLimit = why === 'wrong-form' && wordsIn(name).some((word) => tables.known.has(word));
    return createToolOutcome('no-effect', [], isLimit ? { wider: effect } : { effect });
  };

/** `Write` and `Bash` of `Write|Bash`. */
const wordsIn = ({ token }: Name): readonly string[] => token.text.split(/\W+/);

/** Only `*` is special in a pattern. */
const matcher = (pattern: string): ((tool: string) => boolean) => {
  const parts = pattern.split('*').map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`);
  return (tool) => expression.test(tool);
};

/** Why a name is no tool, and the tool that was meant. */
function otherwise({ base, token }: Name, { former, byLowercase }: ToolTables): ToolOutcomeDetails {
  const argument = token.text.slice(base.length);
  const old = former.get(base);
  if (old) return { why: 'removed', instead: old.now };
  const right = byLowercase.get(base.toLowerCase());
  if (right !== undefined) return { why: 'wrong-case', instead: [`${right}${argument}`] };
  return { why: /^[\w-]+$/.test(base) ? 'unknown' : 'wrong-form' };
}
