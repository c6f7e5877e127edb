// Every error and warning ends with what to do. The texts are the stored ones, which other tests
// compare with what the rules report.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

/** The verbs with which our actions begin, after the last full stop. */
const verbs = new Set(
  (
    'Add Allow Begin Change Check Close Configure Correct Create Deny Describe Escape Fix Indent Install List Move Name Omit Put Quote Remove Rename ' +
    'Replace Revoke Run Separate Set Shorten Simplify Type Use Write'
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
  const [verb = ''] = /^\w+/.exec(last) ?? [];
  return verbs.has(verb[0]?.toUpperCase() + verb.slice(1)) || /^Did you mean .*\?$/.test(last);
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

  it('end every error of the command line, or follow from the values that it accepts', () => {
    const text = readFileSync('test/cli/printed/errors.txt', 'utf8');
    const errors = [...text.matchAll(/^ {2}error: dossier: (.*)$/gm)].map(([, line = '']) => line);
    assert.ok(errors.length > 40, String(errors.length));
    const namesValues = / must be .*, not "| must not contain |requires exactly one program: /;
    // A fault in a file is followed by what to do about the file, and a file that cannot be read is one of many.
    const isPartOf = /^[\w./-]+:\d+:\d+: |^([\w./-]+): \1 may not be read$/;
    assert.deepEqual(
      errors.filter((line) => !namesValues.test(line) && !isPartOf.test(line) && !hasAction(line)),
      [],
    );
  });

  it('are recognized at the end, without the names in quotes', () => {
    assert.ok(hasAction('"name" is empty. Codex ignores it. Add a name.'));
    assert.ok(hasAction('No tool named "raed". Did you mean "Read. Use it"?'));
    assert.ok(!hasAction('Add a name. Codex ignores it.'));
    assert.ok(!hasAction('"model" is "x. Use y". Codex ignores it.'));
  });
});
