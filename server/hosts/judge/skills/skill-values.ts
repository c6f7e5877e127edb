// How hosts take the values of a skill.

import { textOf, type Value } from '../../../yaml/value';
import type { FieldVerdict } from '../../model/field-verdict';
import type { LocatedFile } from '../../model/located-file';
import type { ToolVerdict } from '../../model/persona';
import type { ReadAgent } from '../../model/reading';
import type { Skill } from '../../model/skill';
import type { Verdict } from '../../model/verdict';
import { trimmedPrompt } from '../reading/rust-text';

/** The value of a field of a skill that the host uses; undefined where it is absent or not accepted. */
export const usedValue = (fields: readonly FieldVerdict[], key: string): Value | undefined =>
  fields.find(
    ({ key: own, field, problems }) =>
      own === key && field !== undefined && field.noEffect === undefined && problems.length === 0,
  )?.value;

/** The entries of the lists of tools, as written. */
export interface ToolEntries {
  /** Those that are usable without asking. */
  readonly grants: readonly string[];
  /** The only ones that are usable; null where no list limits them. */
  readonly only: readonly string[] | null;
  readonly denies: readonly string[];
}

/** What the lists of tools of a skill or command do. */
export function toolEntries({ fields, tools }: Pick<Verdict, 'fields' | 'tools'>): ToolEntries {
  const limit = fields.find(
    ({ field, outcome }) => field?.role === 'tools' && outcome !== 'dropped' && !field.onlyGrants,
  );
  const written = (
    outcomes: readonly ToolVerdict['outcome'][],
    isIn: (key: string) => boolean,
  ): readonly string[] => [
    ...new Set(
      tools.flatMap((tool) =>
        outcomes.includes(tool.outcome) && isIn(tool.key) ? [tool.written] : [],
      ),
    ),
  ];
  return {
    grants: written(['granted'], (key) => key !== limit?.key),
    only: limit ? written(['granted', 'unverified'], (key) => key === limit.key) : null,
    denies: written(['denied'], () => true),
  };
}

/** As `usedValue`, where it is a string. */
export const usedText = (fields: readonly FieldVerdict[], key: string): string | undefined =>
  textOf(usedValue(fields, key));

/** A string, or a number or boolean as written; undefined for other values. */
export const scalarText = (value: Value | undefined): string | undefined =>
  value?.kind === 'number' || value?.kind === 'boolean' ? value.source : textOf(value);

/** Line breaks and further white space become one space. */
export const onOneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** A description in a host that lists at most `longest` characters, with `mark` at the end of one that it cuts. */
export function listedText(
  text: string,
  longest: number,
  mark: string,
): Pick<Skill, 'description' | 'cutAt'> {
  if (text.length <= longest) return { description: text, cutAt: null };
  const cutAt = longest - mark.length;
  return { description: `${text.slice(0, cutAt)}${mark}`, cutAt };
}

/** The first line of the text that is not blank, without the marks of a heading; empty where there is none. */
export const firstLine = ({ prompt }: ReadAgent): string =>
  (/\S[^\n]*/.exec(prompt.text)?.[0] ?? '').replace(/^#+\s+/, '').trimEnd();

/** The first `count` lines of the text that are not blank and do not begin with `#`, as one line; empty where there are none. */
export const firstProse = ({ prompt }: ReadAgent, count: number): string =>
  prompt.text
    .split('\n')
    .map((line) => trimmedPrompt(line, 0).text)
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, count)
    .join(' ');

/** The name of a file directly in a folder of skills, without its ending: `x.agent` for `x.agent.md`. */
export const flatName = ({ below }: LocatedFile): string => below.replace(/\.md$/, '');

/**
 * The string that JavaScript makes of a value: numbers and booleans lose their form (`1.50` becomes `1.5`, `True` becomes `true`), items
 * are joined with commas.
 */
export function asString(value: Value | undefined): string | undefined {
  if (value?.kind === 'number') return String(value.number);
  if (value?.kind === 'boolean') return String(value.boolean);
  if (value?.kind === 'list') return value.items.map((item) => asString(item) ?? '').join(',');
  return value?.kind === 'map' ? '[object Object]' : scalarText(value);
}
