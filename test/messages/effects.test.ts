// What a host does is declared as a sentence with a placeholder for its name, so that it can be translated.
import assert from 'node:assert/strict';
import type { Sentence } from '../../server/text/message';
import { hosts } from '../support/catalog';

/** Properties that hold such a sentence wherever they are declared. */
const effects = new Set(['effect', 'unavailable', 'noEffect', 'tie']);

describe('messages/effects', () => {
  it('are whole sentences that name the host by its placeholder', () => {
    const wrong: string[] = [];
    let count = 0;
    const seen = new Set<unknown>();
    const visit = (value: unknown, key: string, path: string): void => {
      if (
        effects.has(key) &&
        (typeof value === 'string' || Object.hasOwn(value as object, 'template'))
      ) {
        const template = templateOf(value as Sentence);
        count++;
        if (
          !/^[^a-z].*\.$/s.test(template) ||
          !template.includes('{host}') ||
          template.includes(': {host}')
        )
          wrong.push(`${path}: ${template}`);
        return;
      }
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      for (const [name, part] of Object.entries(value)) visit(part, name, `${path}.${name}`);
    };
    for (const host of hosts) visit(host, '', host.id);
    assert.ok(count > 200, String(count));
    assert.deepEqual(wrong, []);
  });
});

const templateOf = (message: Sentence): string =>
  typeof message === 'string' ? message : message.template;
