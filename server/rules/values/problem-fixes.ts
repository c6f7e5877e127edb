// Repairs of a value that a host does not accept, as a fix and as the sentence that states it: the word that was meant, quotes around a string, none around a number or a
// boolean.

import type { Edits, Writer } from '../../agent/writer';
import { computeFieldVerdict } from '../../hosts/judge/compute-verdict';
import { valueTerms } from '../../hosts/judge/value-terms';
import type { Dialect } from '../../hosts/model/dialect';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Problem } from '../../hosts/model/type';
import { type Message, t } from '../../text/message';
import { nearest } from '../../text/nearest';
import { scalar } from '../../yaml/scalar';
import { entryOf, type Value } from '../../yaml/value';
import { expectsList, expectsNumber, expectsString, expectsWord, type Fix } from '../rule';
import { addEntry } from '../yaml/map-entries';

export interface Repair {
  readonly fix: Fix;
  /** The same as a whole sentence, for the message. */
  readonly action: Message;
}

/** Null where it is not certain what was meant. */
export function problemRepair(writer: Writer, problem: Problem): Repair | null {
  const { kind, value, choices } = problem;
  if (kind === 'missing-key') return adding(writer, problem);
  if (kind === 'unknown-key') return renaming(writer, problem);
  const bare = unquoted(problem);
  if (bare !== undefined) return unquoting(writer, value, bare);
  const written = value.kind === 'text' ? value.text.trim() : undefined;
  const meant =
    problem.meant ?? (written === undefined || !choices ? undefined : nearest(written, choices));
  if (meant !== undefined)
    return {
      fix: {
        ...fix(t('Replace with "{value}"', { value: meant }), () =>
          writer.replaceValue(value, { text: meant }),
        ),
        ...(problem.isGuess && { safety: 'review' }),
      },
      action: t('Use "{instead}".', { instead: meant }),
    };
  const similar =
    written === undefined || !choices
      ? undefined
      : choices.length === 1
        ? choices[0]
        : sameBeginning(written, choices);
  if (similar !== undefined)
    return {
      fix: {
        title: t('Replace with "{value}"', { value: similar }),
        safety: 'review',
        edits: () => writer.replaceValue(value, { text: similar }),
      },
      action:
        choices?.length === 1
          ? t('Use "{instead}".', { instead: similar })
          : t('Use one of these values.'),
    };
  return listing(writer, problem) ?? quoting(writer, problem);
}

/** The words of a command line in JSON, or one word, where the host expects a list. It may start code that did not run before. */
function listing(writer: Writer, problem: Problem): Repair | null {
  const { value, path } = problem;
  if (value.kind !== 'text' || writer.outline.form !== 'json' || !expectsList(problem)) return null;
  if (path.length === 0 || !/^[\w@./:=+-]+(?: [\w@./:=+-]+)*$/.test(value.text)) return null;
  const words = value.text.split(' ');
  if (words.length > 1 && !/^(?:args|command)$/.test(String(path.at(-1)))) return null;
  const list = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    fix: {
      title: t('Replace with {value}', { value: list }),
      safety: 'review',
      edits: () => writer.replaceValue(value, { word: list }),
    },
    action: t('Use {value}.', { value: list }),
  };
}

function unquoting(writer: Writer, value: Value, bare: string): Repair {
  const edits = (): Edits => writer.replaceValue(value, { word: bare });
  return value.kind === 'text' && value.style === 'plain'
    ? {
        fix: fix(t('Replace with {value}', { value: bare }), edits),
        action: t('Use {value}.', { value: bare }),
      }
    : {
        fix: fix(t('Replace with {value}, without quotes', { value: bare }), edits),
        action: t('Use {value}, without quotes.', { value: bare }),
      };
}

/**
 * The only choice with the same first three letters: `sub` for "subagent", `denied` for "deny". None for a written word of several
 * parts: `auto-accept` is not "auto".
 */
function sameBeginning(written: string, choices: readonly string[]): string | undefined {
  if (!/^[a-z]{3,}$/i.test(written)) return undefined;
  const beginning = written.slice(0, 3).toLowerCase();
  const [only, ...more] = choices.filter((choice) => choice.toLowerCase().startsWith(beginning));
  return more.length === 0 ? only : undefined;
}

const fix = (title: Message, edits: () => Edits): Fix => ({
  title,
  safety: 'safe',
  edits,
});

function renaming(
  writer: Writer,
  { path, span, value, choices = [], meant: known }: Problem,
): Repair | null {
  const key = String(path.at(-1));
  const meant = known ?? nearest(key, choices);
  if (meant === undefined) return null;
  const entry = { key, keySpan: span, value, span: { start: span.start, end: value.span.end } };
  return {
    fix: fix(t('Rename to "{name}"', { name: meant }), () => writer.renameKey(entry, meant)),
    action: t('Rename it to "{name}".', { name: meant }),
  };
}

/** For review: the usual value may not be what the author wants. */
function adding(writer: Writer, { path, value, usual }: Problem): Repair | null {
  const key = path.at(-1);
  if (usual === undefined || typeof key !== 'string') return null;
  const edits = addEntry(writer, value, key, usual);
  if (edits === null || edits.length === 0) return null;
  // The property as it is written, without the comma before it.
  const property = edits.map(({ text }) => text.replace(/^[,\s]+/, '')).join('');
  return {
    fix: {
      title:
        writer.outline.form === 'json'
          ? t('Add {line}', { line: property })
          : t('Add "{line}"', { line: `${key}: ${usual}` }),
      safety: 'review',
      edits: () => edits,
    },
    action: t('Add the key.'),
  };
}

/** Words that mean true and false in other YAML dialects. */
const booleanWords: Readonly<Record<string, string>> = {
  true: 'true',
  yes: 'true',
  on: 'true',
  false: 'false',
  no: 'false',
  off: 'false',
};

/** The number or boolean that was written in quotes or as another word, where the host accepts only the plain form. */
function unquoted(problem: Problem): string | undefined {
  const { value, choices } = problem;
  if (value.kind !== 'text') return undefined;
  const word = value.text.trim().toLowerCase();
  if (expectsNumber(problem)) return /^\d+(?:\.\d+)?$/.test(word) ? word : undefined;
  if (!choices) return undefined;
  const bare = Object.hasOwn(booleanWords, word) ? booleanWords[word] : undefined;
  return bare !== undefined && choices.includes(bare) ? bare : undefined;
}

/** Quotes around a number or a boolean where the host expects a string. */
function quoting(writer: Writer, problem: Problem): Repair | null {
  const { value } = problem;
  const isBare = value.kind === 'number' || value.kind === 'boolean' || value.kind === 'date';
  if (!isBare || !expectsString(problem)) return null;
  const { start, end } = value.span;
  const source = writer.outline.text.slice(start, end);
  return /^[\w.:+-]+$/.test(source)
    ? {
        fix: fix(t('Add quotes'), () =>
          writer.replaceValue(value, { text: source, isQuoted: true }),
        ),
        action: t('Add quotes.'),
      }
    : null;
}

// Converts a string to a list and a list of one item to a string where the host expects the other.

export function shapeRepair(
  writer: Writer,
  { key, field }: FieldVerdict,
  problem: Problem,
): Repair | null {
  const { value, kind, path } = problem;
  const { outline } = writer;
  const entry = entryOf(outline.fields, key);
  if (kind !== 'type' || path.length > 0 || !entry) return null;
  if (field?.isForDisplay && expectsString(problem)) return quotingList(writer, key, value);
  if (value.kind === 'text' && expectsList(problem)) {
    const names = value.text.split(',').map((name) => name.trim());
    if (names.includes('') || /[\n[\]{}]/.test(value.text)) return null;
    const edits = (): Edits => writer.setField(entry, { names, form: 'flow' });
    return {
      fix: fix(valueTerms[outline.form].toList, edits),
      action: t('Put the value in brackets.'),
    };
  }
  const only = onlyItem(value);
  if (only === undefined || !expectsWord(problem)) return null;
  const { start } = value.span;
  const end = start + outline.text.slice(start, value.span.end).trimEnd().length;
  return {
    fix: fix(t('Remove the brackets around "{value}"', { value: only }), () =>
      writer.inYaml([{ span: { start, end }, text: scalar(only) }]),
    ),
    action: t('Remove the brackets.'),
  };
}

/**
 * In JSON, a key of the file moved into a map that the file does not have. It may start code that did not run before.
 * @param dialect that accepts the map
 */
export function movingUnder(
  { outline }: Writer,
  dialect: Dialect,
  { keySpan, key, span }: FieldVerdict,
  { expected, path, value }: Problem,
): Repair | null {
  if (outline.form !== 'json' || expected.type !== 'under' || path.length > 0) return null;
  if (entryOf(outline.fields, expected.key)) return null;
  const { key: parent, as = key } = expected;
  const map: Value = {
    ...{ kind: 'map', flow: true, span },
    entries: [{ key: as, keySpan, span, value }],
  };
  // There the value may cost the whole file.
  const moved = computeFieldVerdict({ key: parent, keySpan, span, value: map }, dialect);
  if (moved.otherwise?.file !== undefined) return null;
  const { end } = value.span;
  return {
    fix: {
      title: t('Move "{key}" under "{parent}"', { key, parent }),
      safety: 'review',
      edits: () => [
        { span: keySpan, text: `"${parent}": { "${as}"` },
        { span: { start: end, end }, text: ' }' },
      ],
    },
    action: t('Move it there.'),
  };
}

/** Quotes around a list in brackets on one line that is shown to people: `[file]` and `[--fix, --all]` are meant as they are written. */
function quotingList(writer: Writer, key: string, value: Value): Repair | null {
  const { text } = writer.outline;
  const source = text.slice(value.span.start, value.span.end).trimEnd();
  if (value.kind !== 'list' || !value.flow || source.includes('\n')) return null;
  const { start } = value.span;
  return {
    fix: fix(t('Quote the value of "{key}"', { key }), () =>
      writer.inYaml([
        {
          span: { start, end: start + source.length },
          text: scalar(source, source.includes('"') ? 'single' : 'double'),
        },
      ]),
    ),
    action: t('Quote the value.'),
  };
}

/** The item of a list in brackets that has no other. */
function onlyItem(value: Value): string | undefined {
  if (value.kind !== 'list' || !value.flow || value.items.length !== 1) return undefined;
  const [item] = value.items;
  return item?.kind === 'text' && !item.text.includes('\n') ? item.text : undefined;
}
