// Converts one agent file and states what a user sees: the new file, and the account.
import assert from 'node:assert/strict';
import { outlineOfFile } from '../../server/agent/outline';
import type { Change } from '../../server/convert/account';
import { type Converted, type ConvertOptions, convert } from '../../server/convert/convert';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { english } from '../../server/text/translate';
import { catalog, hosts } from './catalog';
import { type Shape, shapes, tidied } from './shapes';

export interface Converting extends ConvertOptions {
  readonly from: string;
  readonly to: string;
  /** The name of the file. Default: `reviewer.md`. */
  readonly file?: string;
}

const hostOf = (id: string) => {
  const host = hosts.find((one) => one.id === id);
  assert.ok(host, `no host ${id}`);
  return host;
};

/** @param head the lines between the fences. */
export function converting(
  head: string,
  { from, to, file = 'reviewer.md', ...options }: Converting,
) {
  const text = `---\n${head}\n---\n\nYou review.\n`;
  return convertingText(text, { from, to, file, ...options });
}

export function convertingText(
  text: string,
  { from, to, file = 'reviewer.md', ...options }: Converting,
) {
  const place = placeInOwnFolder(hostOf(from), file);
  assert.ok(place);
  const outline = (shaped: string) => outlineOfFile(place.path, shaped);
  const fields = (shaped: string) => judge(outline(shaped), place).fields.map(({ key }) => key);
  const result = (shaped: string): Converted =>
    convert({ catalog, outline: outline(shaped), place, target: hostOf(to), options });
  const usual = result(text);
  return new Result(usual, () => {
    isStatedOnce(usual);
    for (const shape of text.includes('\r') ? [] : shapes) {
      const shaped = shape.of(text);
      // Some programs find no fields after a byte order mark.
      const isRead = fields(shaped).join() === fields(text).join();
      if (isRead && shaped !== text) isSame(usual, result(shaped), shape);
    }
  });
}

/** No change of a part is stated twice. */
function isStatedOnce({ account }: Converted): void {
  const changes = account.map(({ change, part }) => `${change} ${JSON.stringify(part)}`);
  assert.deepEqual(changes, [...new Set(changes)]);
}

/** The same account, and the same text in this shape. */
function isSame(usual: Converted, other: Converted, shape: Shape): void {
  const rows = ({ account }: Converted) =>
    account.map(({ change, part, why }) => `${change} ${JSON.stringify(part)}: ${english(why)}`);
  assert.deepEqual(rows(other), rows(usual), `with ${shape.name}`);
  assert.equal(other.isRefused, usual.isRefused, `with ${shape.name}`);
  if (shape.isLayout && other.text === usual.text) return;
  const expected = usual.text === null ? null : writtenIn(usual.text, usual.target, shape);
  assert.equal(other.text && tidied(shape, other.text), expected, `with ${shape.name}`);
}

/** A new file has no byte order mark, and in TOML line breaks of its own. */
const writtenIn = (text: string, { kinds }: Host, shape: Shape): string =>
  text.startsWith('---') && kinds.agent.syntax !== 'toml' && !shape.of('').startsWith('\ufeff')
    ? tidied(shape, shape.of(text))
    : tidied(shape, text);

class Result {
  readonly converted: Converted;
  private readonly inShapes: () => void;

  /** @param inShapes compares the conversion of the file in other shapes. */
  constructor(converted: Converted, inShapes: () => void) {
    this.converted = converted;
    this.inShapes = inShapes;
  }

  /** The lines between the fences of the result. */
  gives(head: string): this {
    assert.equal(this.converted.isRefused, false, this.inWords());
    const text = this.converted.text ?? '';
    assert.equal(text.slice(4, text.indexOf('\n---\n', 3)), head);
    this.inShapes();
    return this;
  }

  /** The whole result, of a format without fences. */
  givesFile(text: string): this {
    assert.equal(this.converted.isRefused, false, this.inWords());
    assert.equal(this.converted.text, text);
    this.inShapes();
    return this;
  }

  /** A row of the account, by its part and what its reason contains. */
  accounts(change: Change, part: string, why = ''): this {
    const found = this.converted.account.some(
      (row) => row.change === change && row.part.name === part && english(row.why).includes(why),
    );
    assert.ok(found, `${change} ${part}: ${why}\n${this.inWords()}`);
    return this;
  }

  isRefused(part: string, why = ''): this {
    assert.equal(this.converted.isRefused, true, this.inWords());
    const row = this.converted.account.find((one) => one.part.name === part);
    assert.ok(row && english(row.why).includes(why), this.inWords());
    this.inShapes();
    return this;
  }

  private inWords(): string {
    const { account, text } = this.converted;
    return [
      ...account.map(({ change, part, why }) => `${change} ${part.name}: ${english(why)}`),
      text ?? '(no text)',
    ].join('\n');
  }
}
