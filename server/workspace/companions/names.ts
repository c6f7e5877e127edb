// The names in a companion file, at the places that its host declares. Never throws, whatever the content.
import { configurationRoot } from '../../agent/entry-outline';
import { outlineOf } from '../../agent/outline';
import { delegatesIn } from '../../hosts/judge/mentions/delegation-phrases';
import { mentionsIn } from '../../hosts/judge/mentions/mentions';
import { exactNameSpan } from '../../hosts/judge/mentions/reference-builders';
import { slashNamesIn } from '../../hosts/judge/mentions/skill-calls';
import {
  anyName,
  type CompanionFile,
  type CompanionName,
  type CompanionNameSource,
} from '../../hosts/model/companion';
import type { MentionForm } from '../../hosts/model/host';
import { oneLine } from '../../text/one-line';
import { type Span, slice } from '../../text/span';
import { type Entry, entryOf, plain, type StringValue, textOf, type Value } from '../../yaml/value';

/**
 * Returns the names in source order. Null for a file that cannot be parsed, as while it is being edited: the caller then
 * continues to use the previous names.
 * @param forms the forms in which a prompt can mention an agent so that the host acts on it.
 */
export function companionNames(
  text: string,
  { format, names, glob }: Pick<CompanionFile, 'format' | 'names' | 'glob'>,
  path: string,
  forms: readonly MentionForm[] = [],
): readonly CompanionName[] | null {
  const outline = format === 'frontmatter' ? outlineOf(text) : null;
  const root = outline ? outline.root : configurationRoot(text, path);
  if (root === null && !outline) return null;
  return [
    ...names.flatMap((at) =>
      at.as === 'folder'
        ? nameFromPath(path.split('/').at(-2), purposeIn(at, root))
        : at.as === 'path'
          ? nameFromPath(wayTo(path, glob), purposeIn(at, root))
          : namesAt(text, root, at, forms),
    ),
    ...(outline ? mentioned(text, outline.body, forms) : []),
    ...(outline ? delegated(text, outline.body) : []),
    ...(outline ? calledSkills(text, outline.body) : []),
  ].sort((a, b) => a.span.start - b.span.start);
}

const mentioned = (text: string, prompt: Span, forms: readonly MentionForm[]): CompanionName[] =>
  mentionsIn(text, prompt, forms).map((one) => ({ ...one, kind: 'agent', does: 'mentions' }));

const delegated = (text: string, prompt: Span): CompanionName[] =>
  delegatesIn(text, prompt).map((name) => ({
    ...{ name, kind: 'agent', does: 'delegates' },
    span: { start: prompt.start, end: prompt.start },
  }));

const calledSkills = (text: string, prompt: Span): CompanionName[] =>
  slashNamesIn(text, prompt).map((one) => ({ ...one, kind: 'skill', does: 'mentions' }));

/** Masks escapes in a JSON string, which are not characters of the prompt. Offsets are preserved. */
const withoutEscapes = (source: string): string =>
  source.replaceAll(/\\(?:u[\da-f]{4}|.)/gi, (sign) => ' '.repeat(sign.length));

/** The mentions in a prompt that is a JSON string. */
function mentionedInJson(text: string, { start, end }: Span, forms: readonly MentionForm[]) {
  const source = text.slice(start + 1, end - 1);
  if (!source.includes('@') && !forms.some(({ contains }) => source.includes(contains))) return [];
  const inside = withoutEscapes(source);
  return mentioned(inside, { start: 0, end: inside.length }, forms).map((one) => ({
    ...one,
    span: { start: one.span.start + start + 1, end: one.span.end + start + 1 },
  }));
}

const nameFromPath = (
  name: string | undefined,
  { kind, does }: CompanionNameSource,
): CompanionName[] =>
  name === undefined || name === '' ? [] : [{ kind, does, name, span: { start: 0, end: 0 } }];

/** Returns `team:review` for `.claude/commands/team/review.md`. */
function wayTo(path: string, glob: string): string {
  const folder = `/${glob.slice(0, glob.indexOf('*'))}`;
  const below = `/${path}`.slice(`/${path}`.lastIndexOf(folder) + folder.length);
  const ending = glob.slice(glob.lastIndexOf('*') + 1);
  const end = below.endsWith(ending) ? below.length - ending.length : below.lastIndexOf('.');
  return below.slice(0, end).replaceAll('/', ':');
}

function namesAt(
  text: string,
  root: Value | null,
  at: CompanionNameSource,
  forms: readonly MentionForm[],
): CompanionName[] {
  if (at.after !== undefined) return namesAfter(text, root, at, at.after);
  const values = valuesAt(root, at.at);
  if (at.as === 'keys')
    return values.flatMap((value) =>
      entriesOf(value)
        .filter(({ value: own }) => (!at.isOn || isTrue(own)) && (at.fits?.(own) ?? true))
        .flatMap((entry) => inForm(text, ofKey(entry), purposeIn(at, entry.value))),
    );
  if (at.as === 'prompts')
    return values.flatMap((value) =>
      value.kind === 'text' ? mentionedInJson(text, value.span, forms) : [],
    );
  if (at.as === 'list')
    return values.flatMap((value): CompanionName[] => {
      if (value.kind !== 'list') return [];
      const { kind, does, at: path, replaces } = at;
      const names = textsOf(value).flatMap((one) =>
        inForm(text, replaces?.test(one.text) ? { ...one, name: anyName } : ofText(one), at),
      );
      return [{ kind, does, name: '', span: value.span, key: path.at(-1) ?? '' }, ...names];
    });
  return valuesAt(root, at.at.slice(0, -1)).flatMap((holder) =>
    (at.withKey === undefined || hasText(holder, at.withKey)
      ? valuesAt(holder, at.at.slice(-1))
      : []
    )
      .flatMap(textsOf)
      .flatMap((value) => inForm(text, ofText(value), purposeIn(at, holder))),
  );
}

const valuesAt = (root: Value | null, path: readonly string[]): readonly Value[] =>
  path.reduce<readonly Value[]>(
    (found, key) => found.flatMap((value) => below(value, key)),
    root ? [root] : [],
  );

const hasText = (value: Value, key: string): boolean =>
  value.kind === 'map' && (textOf(entryOf(value.entries, key)?.value)?.trim() ?? '') !== '';

/** The keys below each key that `*` stands for, both as one name. */
function namesAfter(
  text: string,
  root: Value | null,
  at: CompanionNameSource,
  separator: string,
): CompanionName[] {
  const star = at.at.indexOf('*');
  return valuesAt(root, at.at.slice(0, star))
    .flatMap(entriesOf)
    .flatMap(({ key, value }) =>
      valuesAt(value, at.at.slice(star + 1))
        .flatMap(entriesOf)
        .flatMap((entry) =>
          inForm(text, ofKey(entry), at).map((one) => {
            const details = detailsIn(entry.value, at.details);
            const name = `${key}${separator}${one.name}`;
            return { ...one, name, ...(details.length > 0 && { details }) };
          }),
        ),
    );
}

function detailsIn(value: Value, paths: CompanionNameSource['details'] = []): readonly string[] {
  return paths.flatMap((path) => {
    const [found] = valuesAt(value, path);
    const shown = found && plain(found);
    if (typeof shown !== 'string' && typeof shown !== 'number') return [];
    return [`${path.join('.')}: ${oneLine(String(shown), maxDetail)}`];
  });
}

/** In UTF-16 units. */
const maxDetail = 80;

/** The effective value: the entry may be disabled. */
function purposeIn(at: CompanionNameSource, holder: Value | null): CompanionNameSource {
  if (at.off === undefined || holder?.kind !== 'map') return at;
  const value = entryOf(holder.entries, at.off)?.value;
  return value?.kind === 'boolean' && value.boolean ? { ...at, does: 'denies' } : at;
}

const isTrue = (value: Value): boolean => value.kind === 'boolean' && value.boolean;

const below = (value: Value, key: string): readonly Value[] => {
  if (value.kind === 'list' && key === '*') return value.items;
  return entriesOf(value).flatMap((entry) =>
    key === '*' || entry.key === key ? [entry.value] : [],
  );
};

const entriesOf = (value: Value): readonly Entry[] => (value.kind === 'map' ? value.entries : []);

const textsOf = (value: Value): readonly StringValue[] =>
  value.kind === 'text'
    ? [value]
    : value.kind === 'list'
      ? value.items.filter((item) => item.kind === 'text')
      : [];

interface Part {
  readonly name: string;
  readonly span: Span;
}

const ofKey = ({ key, keySpan }: Entry): Part => ({ name: key, span: keySpan });
const ofText = ({ text, span }: StringValue): Part => ({ name: text, span });

function inForm(
  text: string,
  part: Part,
  { kind, does, form, at, as }: CompanionNameSource,
): CompanionName[] {
  const letters = exactNameSpan(text, part);
  if (!form) {
    const span = letters ?? part.span;
    const key = as === 'texts' || as === 'list' ? at.at(-1) : undefined;
    const found = { kind, does, name: part.name, span, ...(key !== undefined && { key }) };
    return part.name.trim() === '' ? [] : [found];
  }
  const match = form.exec(part.name);
  const inner = match?.[1];
  if (match === null || inner === undefined) return [];
  const start = (letters?.start ?? 0) + part.name.indexOf(inner, match.index);
  const span = { start, end: start + inner.length };
  const isPlain = letters !== null && slice(text, span) === inner;
  return [{ kind, does, name: inner, span: isPlain ? span : part.span }];
}
