// Every error and warning ends with what to do. The texts are the stored ones, which other tests
// compare with what the rules report.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

/** The verbs with which our actions begin, after the last full stop. */
const verbs = new Set(
  (
    'Add Allow Begin Close Configure Correct Create Deny Describe Fix Indent List Move Put Quote Remove Rename ' +
    'Replace Revoke Separate Set Shorten Simplify Type Use Write'
  ).split(' '),
);

const folder = 'test/rules/examples';

/** What follows the severity on a line: `  ^^^ error: No "name". Add a name. | see x.md: "a" is also defined here`. */
const inExample = /^(?:file| +\^*): (?:error|warning): (.*)$|^ +\^+ (?:error|warning): (.*)$/gm;
const inCorpus = /^\S+ (?:error|warning) [\w-]+ (.*)$/gm;

const messagesIn = (text: string, line: RegExp): readonly string[] =>
  [...text.matchAll(line)].map(([, first, second]) =>
    (first ?? second ?? '').replace(/ \| see .*$/, ''),
  );

/** The last sentence; names in quotes can contain any characters. */
const lastSentence = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|`[^`]*`/g, '"name"')
    .split(/(?<=[.?!]) +(?=["A-Z])/)
    .at(-1) ?? '';

const hasAction = (message: string): boolean => {
  const last = lastSentence(message);
  return verbs.has(/^\w+/.exec(last)?.[0] ?? '') || /^Did you mean "name"\?$/.test(last);
};

/** @param least fewer different messages would prove little. */
function withoutAction(messages: readonly string[], least: number): readonly string[] {
  const all = [...new Set(messages)];
  assert.ok(all.length > least, String(all.length));
  return all.filter((message) => !hasAction(message));
}

describe('messages/actions', () => {
  it('end every error and warning of the examples', () => {
    const texts = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
    const messages = texts.flatMap((text) => messagesIn(text, inExample));
    assert.deepEqual(withoutAction(messages, 100), []);
  });

  it('end every error and warning of our own agent files', () => {
    const text = readFileSync('test/ecosystem/findings-own.txt', 'utf8');
    assert.deepEqual(withoutAction(messagesIn(text, inCorpus), 50), []);
  });

  it('are recognized at the end, without the names in quotes', () => {
    assert.ok(hasAction('"name" is empty. Codex ignores it. Add a name.'));
    assert.ok(hasAction('No tool named "raed". Did you mean "Read. Use it"?'));
    assert.ok(!hasAction('Add a name. Codex ignores it.'));
    assert.ok(!hasAction('"model" is "x. Use y". Codex ignores it.'));
  });
});
