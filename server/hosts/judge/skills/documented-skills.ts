// Skills and commands of hosts of which only the documentation is known. Nothing is reported of what it does not state.

import type { Evidence } from '../../model/evidence';
import { unknown } from '../../model/evidence';
import type { Field } from '../../model/field';
import type { FieldVerdict } from '../../model/field-verdict';
import type { SkillKind } from '../../model/host';
import type { LocatedFile } from '../../model/located-file';
import type { Reader } from '../../model/reading';
import type { Skill, SkillBuilder } from '../../model/skill';
import { unmeasured, unmeasuredFlaw } from '../../model/unmeasured';
import { tolerantReader } from '../reading/tolerant-reader';
import { promptFrom } from '../reading/trimmed-prompt';
import { type SkillForm, skillForm } from './skill-form';
import { asString, firstLine, usedText, usedValue } from './skill-values';

/** A field that a page describes. What happens to a value of another type is not documented. */
export const documentedField =
  (evidence: Evidence) =>
  (own: Omit<Field, 'otherwise' | 'evidence'>): Field => ({
    otherwise: unmeasured,
    evidence,
    valueEvidence: unknown,
    ...own,
  });

interface Declared
  extends Pick<SkillKind, 'skill'>,
    Partial<Pick<SkillKind, 'subject' | 'skeleton' | 'body' | 'sameName' | 'reader'>> {
  readonly fields: Readonly<Record<string, Field>>;
}

const fence = unmeasuredFlaw('fence');

/** The kind and the dialect of such skills or commands. Unknown keys and broken frontmatter have no known outcome. */
export function documentedSkills(declared: Declared): SkillForm {
  const { kind, dialectNextTo } = skillForm({
    reader: tolerantReader,
    flaws: {
      'no-frontmatter': unmeasuredFlaw('no-frontmatter'),
      'unclosed-fence': fence,
      'leading-text': fence,
      yaml: unmeasuredFlaw('yaml'),
    },
    evidence: unknown,
    ...declared,
  });
  return {
    kind,
    dialectNextTo: (agents) => ({
      ...dialectNextTo(agents),
      unknownField: {
        outcome: 'unknown',
        effect: unmeasured.effect,
        meant: {},
        evidence: unknown,
      },
    }),
  };
}

/** For commands, which need no frontmatter. */
export const documentedCommandReader: Reader = (input) =>
  input.outline.shape === 'none'
    ? { agents: [{ fields: [], prompt: promptFrom(input.outline.text, 0) }], flaws: [] }
    : tolerantReader(input);

/** The path below the folder of commands without its ending, with `separator` between its parts. */
export const commandName =
  (separator: string) =>
  ({ below }: LocatedFile): string =>
    below.replace(/\.md$/, '').replaceAll('/', separator);

interface Guards {
  /** Keys by which a value of true or false closes the skill. Absent where none is documented. */
  readonly model?: string;
  readonly user?: string;
  /** Keys of patterns of files. */
  readonly paths?: readonly string[];
  /** What it is called by; by default its folder. */
  readonly idOf?: (place: LocatedFile) => string;
  /** Its name is that of its field. */
  readonly isNamed?: true;
  /** Only users call it. */
  readonly isOfUser?: true;
  /** Without a description it is listed with the first line of its text. */
  readonly listsFirstLine?: true;
}

const flag = (judged: readonly FieldVerdict[], key: string | undefined): boolean | null => {
  const value = key === undefined ? undefined : usedValue(judged, key);
  return value?.kind === 'boolean' ? value.boolean : null;
};

function patternsIn(judged: readonly FieldVerdict[], keys: readonly string[]): Skill['paths'] {
  const key = keys.find((one) => judged.some((field) => field.key === one));
  const value = key === undefined ? undefined : usedValue(judged, key);
  const all =
    value?.kind === 'list'
      ? value.items.map((item) => asString(item) ?? '')
      : (usedText(judged, key ?? '') ?? '').split(',');
  return all.map((one) => one.trim()).filter((one) => one !== '');
}

/** A skill or command that is called by its place, with the documented fields. */
export const documentedSkill =
  ({
    model,
    user,
    paths = [],
    idOf = ({ base }) => base,
    isNamed,
    isOfUser,
    listsFirstLine,
  }: Guards): SkillBuilder =>
  ({ skill: read, fields: judged, place }) => ({
    id: (isNamed && usedText(judged, 'name')) || idOf(place),
    description: usedText(judged, 'description') ?? ((listsFirstLine && firstLine(read)) || null),
    cutAt: null,
    userInvocable: flag(judged, user) ?? true,
    modelInvocable: isOfUser || flag(judged, model) === true ? 'no' : 'yes',
    paths: patternsIn(judged, paths),
  });
