// The output of `dossier convert`.
import type { Conversion } from '../contract/library';
import { type AccountRow, labelOf } from '../convert/account';
import type { Converted } from '../convert/convert';
import type { NamedSubject } from '../hosts/model/host';
import { english } from '../text/translate';
import { padded, painter, printable } from './report/cells';

export interface ConvertedFile {
  readonly file: string;
  readonly converted: Converted;
  readonly subject: NamedSubject;
  /** The IDs of the hosts that read the result. */
  readonly targets: readonly string[];
  /** The host with its version where it is not the newest. */
  readonly targetName: string;
  /** 0-based. */
  readonly lineOf: (offset: number) => number;
  readonly outcome: Conversion['outcome'];
  /** With `--check`: what differs in the copy, as whole sentences. */
  readonly differences: readonly string[];
}

/** A conversion in the public JSON format. */
export const conversionOf = ({
  file,
  converted,
  subject,
  targets,
  lineOf,
  outcome,
  differences,
}: ConvertedFile): Conversion => ({
  file,
  kind: subject,
  from: converted.source.id,
  to: converted.target.id,
  ...(targets.length > 1 && { alsoTo: targets.slice(1) }),
  toVersion: converted.target.version,
  path: converted.path,
  text: converted.text,
  refused: converted.isRefused,
  outcome,
  losses: converted.account.map(({ part, change, why, offset, choice }) => ({
    ...{ part: part.name, change, why: english(why) },
    line: offset === null ? null : lineOf(offset),
    ...(choice && {
      choice: { chosen: choice.chosen, options: choice.options.map(({ value }) => value) },
    }),
  })),
  ...(differences.length > 0 && { differences }),
});

/** One object for a file, else all files with the same keys. */
export function jsonOf(results: readonly ConvertedFile[], isSingle: boolean): string {
  const objects = results.map(conversionOf);
  return JSON.stringify(isSingle ? objects[0] : { files: objects });
}

export function humanAccount(result: ConvertedFile, isSingle: boolean, color: boolean): string {
  const { file, converted, targetName, outcome, differences, lineOf } = result;
  const { path, text, account } = converted;
  const paint = painter(color);
  const head = `${paint(printable(file), 'strong')} -> ${printable(path)} (${targetName}): ${outcomes[outcome]}\n`;
  const shown = isSingle ? account : account.filter(({ change }) => change !== 'same');
  const width = Math.max(0, ...shown.map(({ part }) => english(labelOf(part)).length));
  const rows = shown.map((row) => rowOf(row, width, file, lineOf));
  const lines = [...differences.map((one) => `  ${one}`), ...rows].map((line) => `${line}\n`);
  const content =
    isSingle && outcome === 'shown' && text !== null
      ? `\n${text.split(/\r?\n/).map(printable).join('\n')}`
      : '';
  return `${head}${lines.join('')}${content}`;
}

const outcomes: Readonly<Record<ConvertedFile['outcome'], string>> = {
  shown: 'can be converted',
  written: 'written',
  refused: 'refused',
  exists: 'not written, because the file exists',
  same: 'the copy has the same effect',
  missing: 'no copy',
  differs: 'the copy differs',
  clash: 'not written, because another one would become the same file',
  failed: 'could not be written',
};

function rowOf(
  { part, change, why, offset, choice }: AccountRow,
  width: number,
  file: string,
  lineOf: (offset: number) => number,
): string {
  const line = offset === null ? '' : ` (${printable(file)}:${lineOf(offset) + 1})`;
  const others = choice?.options.filter(({ value }) => value !== choice.chosen) ?? [];
  const choices = others.map(
    ({ value, label }) => ` ${english(label)}: --choose ${choice?.id}=${value}`,
  );
  return `  ${padded(change, 8)}  ${padded(printable(english(labelOf(part))), width)}  ${printable(english(why))}${line}${choices.join('.')}`;
}
