// Converts one agent file and states what a user sees: the new file, and the account.
import assert from 'node:assert/strict';
import { outlineOfFile } from '../../server/agent/outline';
import type { Change } from '../../server/convert/account';
import { type Converted, type ConvertOptions, convert } from '../../server/convert/convert';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import { catalog, hosts } from './catalog';

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
  const converted = convert({
    ...{ catalog, outline: outlineOfFile(place.path, text), place, target: hostOf(to), options },
  });
  return new Result(converted);
}

class Result {
  readonly converted: Converted;

  constructor(converted: Converted) {
    this.converted = converted;
  }

  /** The lines between the fences of the result. */
  gives(head: string): this {
    assert.equal(this.converted.isRefused, false, this.inWords());
    const text = this.converted.text ?? '';
    assert.equal(text.slice(4, text.indexOf('\n---\n', 3)), head);
    return this;
  }

  /** The whole result, of a format without fences. */
  givesFile(text: string): this {
    assert.equal(this.converted.isRefused, false, this.inWords());
    assert.equal(this.converted.text, text);
    return this;
  }

  /** A row of the account, by its part and what its reason contains. */
  accounts(change: Change, part: string, why = ''): this {
    const found = this.converted.account.some(
      (row) => row.change === change && row.part === part && row.why.includes(why),
    );
    assert.ok(found, `${change} ${part}: ${why}\n${this.inWords()}`);
    return this;
  }

  isRefused(part: string, why = ''): this {
    assert.equal(this.converted.isRefused, true, this.inWords());
    const row = this.converted.account.find((one) => one.part === part);
    assert.ok(row?.why.includes(why), this.inWords());
    return this;
  }

  private inWords(): string {
    const { account, text } = this.converted;
    return [
      ...account.map(({ change, part, why }) => `${change} ${part}: ${why}`),
      text ?? '(no text)',
    ].join('\n');
  }
}
