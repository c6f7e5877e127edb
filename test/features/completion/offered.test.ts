// Everything that is offered is valid: every field with the shape that it inserts, and every value, in the folder of every
// host.
import assert from 'node:assert/strict';
import { outlineOfFile } from '../../../server/agent/outline';
import { complete } from '../../../server/features/completion/complete';
import type { Completion } from '../../../server/features/completion/item';
import { judge } from '../../../server/hosts/judge/compute-verdict';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { applyEdits } from '../../../server/text/edit';
import { plainSnippet } from '../../../server/text/snippet';
import { mainHosts as hosts, placesOf } from '../../support/catalog';
import { type MarkedText, marked } from '../../support/marked-text';
import { viewAt } from '../../support/viewing';
import { words } from '../../support/words';

const accepted = (text: string, { span, insert, isSnippet }: Completion): string =>
  applyEdits(text, [{ span, text: isSnippet ? plainSnippet(insert) : insert }]);

/** The verdicts of the owners of the location only. */
const ownersOf = (text: string, at: string): readonly Verdict[] => {
  const outline = outlineOfFile(at, text);
  return placesOf(at)
    .filter(({ role }) => role === 'owner')
    .map((place) => judge(outline, place));
};

function verdictOf(text: string, at: string, host: string): Verdict {
  const verdict = ownersOf(text, at).find(({ place }) => place.host.id === host);
  assert.ok(verdict, `${host} does not own ${at}`);
  return verdict;
}

/**
 * What is wrong with a field, to the owner of the place that likes it best: two owners offer together what each of
 * them takes. An empty value is on its way to being typed.
 */
function problemsOf(text: string, at: string, key: string): readonly string[] {
  const actual = ownersOf(text, at).map(({ fields }) => {
    const field = fields.find((one) => one.key === key);
    if (!field?.field || field.value.kind === 'null') return [];
    return field.problems.map(({ expected, got }) => `${expected}, not ${got}`);
  });
  return actual.sort((a, b) => a.length - b.length)[0] ?? [];
}

const owning = hosts.filter(({ locations }) => locations.some(({ role }) => role === 'owner'));

for (const host of owning) {
  const at = host.ownFile.replace('{name}', 'reviewer');
  const isToml = host.kinds.agent.syntax === 'toml';
  const separator = isToml ? ' =' : ':';
  const quote = isToml ? '"' : '';
  const head = [
    `name${separator} ${quote}reviewer${quote}`,
    `description${separator} ${quote}Reviews changes.${quote}`,
  ];
  const fileWith = (lines: readonly string[]): string =>
    isToml
      ? `${lines.join('\n')}\ndeveloper_instructions = "You review."\n`
      : `---\n${lines.join('\n')}\n---\n\nYou review.\n`;
  const offeredAt = (template: string): [MarkedText, readonly Completion[]] => {
    const place = marked(template);
    return [place, complete(viewAt(place.text, { at }), place.caret)];
  };
  const dialect = verdictOf(fileWith(head), at, host.id).dialect;

  describe(`what is offered for ${host.name}`, () => {
    it('is a field with a value of its type', () => {
      const [place, items] = offeredAt(fileWith([...head, '|']));
      const known = items.filter(({ label }) => Object.hasOwn(dialect.fields, label));
      for (const item of known) {
        const text = accepted(place.text, item);
        const verdict = verdictOf(text, at, host.id);
        assert.deepEqual(verdict.flaws, [], text);
        assert.deepEqual(problemsOf(text, at, item.label), [], text);
      }
    });

    it('is a value that the field accepts', () => {
      for (const key of Object.keys(dialect.fields)) {
        if (dialect.fields[key]?.role === 'prompt') continue;
        const others = head.filter((line) => !line.startsWith(`${key}${separator}`));
        const [place, items] = offeredAt(fileWith([...others, `${key}${separator} |`]));
        for (const item of items) {
          if (item.goesOn) continue;
          const text = accepted(place.text, item);
          const verdict = verdictOf(text, at, host.id);
          assert.deepEqual(problemsOf(text, at, key), [], text);
          assert.deepEqual(verdict.flaws, [], text);
        }
      }
    });

    it('is a tool that is granted, or reported as not granted', () => {
      const [key] = Object.entries(dialect.fields).find(([, { role }]) => role === 'tools') ?? [];
      if (key === undefined || dialect.fields[key]?.type.type !== 'names') return;
      const [place, items] = offeredAt(fileWith([...head, `${key}${separator} |`]));
      for (const item of items) {
        const verdict = verdictOf(accepted(place.text, item), at, host.id);
        const lost = verdict.tools.filter(({ outcome }) => outcome === 'lost');
        if (item.deprecated || /sometimes|only in some/.test(words(item.detail))) continue;
        if (ownersOf(place.text, at).length > 1) continue;
        assert.deepEqual(
          lost.map(({ written, why }) => `${written}: ${why}`),
          [],
        );
      }
    });

    it('is a whole file that is right', () => {
      const [place, items] = offeredAt('|');
      const skeletons = items.filter(({ label }) => label.endsWith(`${host.name} agent`));
      assert.ok(skeletons.length > 0);
      for (const skeleton of skeletons) {
        // The author replaces the description first.
        const text = accepted(place.text, skeleton).replace(
          'Use it when',
          'Use it when a test fails',
        );
        const view = viewAt(text, { at });
        assert.deepEqual(
          view.findings().map(({ severity, message }) => `${severity} ${words(message)}`),
          [],
          skeleton.label,
        );
      }
    });
  });
}
