// The examples of every rule: the failing ones are reported, the passing ones are not, messages are sentences at a token,
// and safe fixes make no host worse.
import assert from 'node:assert/strict';
import { fixAll, fixesFor } from '../../server/features/fixes/fixes';
import { hasNoRegression } from '../../server/features/fixes/regression';
import { type View, viewOf } from '../../server/features/view/view';
import type { Example, Finding, Rule } from '../../server/rules/rule';
import { applyEdits } from '../../server/text/edit';
import { hosts } from '../support/catalog';
import {
  findingsOf,
  readersOf,
  rulesWithExamples as rules,
  settingsFor,
  viewOfExample,
} from '../support/examples';
import { words } from '../support/words';
import { worse } from '../support/worse';

const view = (rule: Rule, example: Example): View => viewOfExample(example, settingsFor(rule));

const after = (before: View, text: string): View => viewOf({ ...before, text });

const shown = ({ path, text }: Example): string => `${path}\n${text.slice(0, 400)}`;

for (const rule of rules) {
  describe(rule.name, () => {
    it('has two examples of each kind, in places that a host owns', () => {
      assert.ok(rule.failing.length >= 2 && rule.passing.length >= 2);
      for (const example of [...rule.failing, ...rule.passing]) {
        const isOwned = readersOf(example).some(({ role }) => role === 'owner');
        assert.ok(isOwned, example.path);
      }
    });

    it('reports the failing examples', () => {
      for (const example of rule.failing) {
        assert.notEqual(findingsOf(rule, view(rule, example)).length, 0, shown(example));
      }
    });

    it('does not report the passing examples', () => {
      for (const example of rule.passing) {
        const messages = findingsOf(rule, view(rule, example)).map(({ message }) => words(message));
        assert.deepEqual(messages, [], shown(example));
      }
    });

    it('reports whole sentences with the host at a token', () => {
      for (const example of rule.failing) {
        for (const finding of findingsOf(rule, view(rule, example))) {
          hasMessage(finding, example);
        }
      }
    });

    it('has safe fixes that make no host worse', () => {
      for (const example of rule.failing) {
        const before = view(rule, example);
        for (const finding of findingsOf(rule, before)) keepsPromises(before, finding, example);
      }
    });

    it('has fixes that leave every program with an agent', () => {
      for (const example of rule.failing) {
        const before = view(rule, example);
        for (const finding of findingsOf(rule, before)) breaksNothing(before, finding, example);
      }
    });

    it('is fixed by one run of its fixes', () => {
      for (const example of rule.failing) {
        const before = view(rule, example);
        const once = fixAll(before);
        const fixed = after(before, once.text);
        assert.ok(hasNoRegression(before.verdicts(), fixed.verdicts()), shown(example));
        assert.equal(fixAll(fixed).text, once.text, shown(example));
      }
    });
  });
}

function hasMessage({ span, message, host, fixes }: Finding, example: Example): void {
  const where = `${words(message)}\n${shown(example)}`;
  const name = hosts.find(({ id }) => id === host)?.name;
  if (host !== null) assert.ok(name !== undefined && words(message).includes(name), where);
  assert.match(words(message), /[.?]$/, where);
  assert.doesNotMatch(words(message), /\.\.$|undefined|\[object| {2}/, where);
  for (const { title } of fixes) assert.match(words(title), /^[A-Z].*[^.]$/, where);
  if (span === null) return;
  assert.ok(span.start < span.end && span.end <= example.text.length, where);
  const atTheVeryStart = span.start === 0 && !/^(?:---|#|[A-Za-z]|\/[/*])/.test(example.text);
  assert.ok(!atTheVeryStart, where);
}

/** A safe fix takes its finding away and makes no host's verdict worse. */
function keepsPromises(before: View, finding: Finding, example: Example): void {
  for (const fix of fixesFor(before, finding)) {
    if (fix.safety !== 'safe') continue;
    const fixed = after(before, applyEdits(before.outline.text, fix.edits));
    const where = `${words(fix.title)}\n${shown(example)}\n=>\n${fixed.outline.text.slice(0, 400)}`;
    assert.ok(hasNoRegression(before.verdicts(), fixed.verdicts()), where);
    const count = (seen: View): number =>
      seen
        .findings()
        .filter(
          ({ rule, message }) => rule === finding.rule && words(message) === words(finding.message),
        ).length;
    assert.ok(count(fixed) < count(before), where);
  }
}

/** No fix makes a program refuse the file or not start, and none leaves the file as it is. */
function breaksNothing(before: View, finding: Finding, example: Example): void {
  for (const fix of fixesFor(before, finding)) {
    const text = applyEdits(before.outline.text, fix.edits);
    const where = `${words(fix.title)}\n${shown(example)}\n=>\n${text.slice(0, 400)}`;
    assert.notEqual(text, before.outline.text, where);
    const outcomes = worse(before.verdicts(), after(before, text).verdicts());
    assert.deepEqual(
      outcomes.filter((one) => /became (?:ignored|refused|stops-host)|no longer runs/.test(one)),
      [],
      where,
    );
  }
}
