// The differences between the preview of OpenCode 2 and OpenCode 1, and how a profile is selected.
import assert from 'node:assert/strict';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { opencode2 } from '../../../server/hosts/opencode-2/host';
import { hosts, placesOf } from '../../support/catalog';
import { verdictOf } from '../opencode-family/answers';

function read(text: string, path = '.opencode/agents/probe.md'): Verdict {
  const verdict = verdictOf(opencode2, text, path);
  assert.ok(verdict, path);
  return verdict;
}

const outcome = (text: string, path?: string): string => {
  const verdict = read(text, path);
  return verdict.reason === null ? verdict.outcome : `${verdict.outcome}: ${verdict.reason}`;
};

const rules = 'permissions:\n  - action: edit\n    resource: "*"\n    effect: deny';

describe('OpenCode 2 (preview)', () => {
  it('drops only the file with the invalid value', () => {
    assert.equal(outcome('---\ncolor: red\n---\n'), 'ignored: field');
    assert.equal(outcome('---\npermissions:\n  edit: deny\n---\n'), 'ignored: field');
  });

  it('reads a list of rules', () => {
    const { persona } = read(`---\n${rules}\n---\n`);
    assert.deepEqual(persona?.tools.denied, ['edit', 'write', 'apply_patch']);
  });

  it('creates no rules from the list next to an OpenCode 1 field, which loses the limit', () => {
    const { persona, fields } = read(`---\n${rules}\ntemperature: 0.1\n---\n`);
    assert.deepEqual(persona?.permissions, []);
    const list = fields.find(({ key }) => key === 'permissions');
    assert.deepEqual([list?.outcome, list?.otherwise?.losesLimit], ['passed-on', true]);
  });

  it('takes the name from the path alone', () => {
    assert.equal(read('---\nname: other\n---\n', '.opencode/agent/a/b.md').persona?.id, 'a/b');
    assert.equal(outcome('---\nname: constructor\n---\n'), 'loads');
  });

  it('shows no agents at all if a file is empty or a number is infinite', () => {
    assert.equal(outcome(''), 'stops-host: no-frontmatter');
    assert.equal(outcome('\n'), 'loads');
    assert.equal(outcome('---\nlimit: .inf\n---\n'), 'stops-host: field');
    assert.equal(outcome('---\nrequest:\n  body:\n    limit: .nan\n---\n'), 'stops-host: field');
    assert.equal(outcome('---\nlimit: .inf\ncolor: red\n---\n'), 'ignored: field');
  });

  it('accepts a byte order mark', () => {
    const text = '\ufeff---\ndescription: Use it: so\n---\n';
    const { persona, fields } = read(text);
    assert.equal(persona?.description, 'Use it: so');
    const [field] = fields;
    assert.equal(field && text.slice(field.value.span.start, field.value.span.end), 'Use it: so');
  });
});

describe('A profile', () => {
  const owners = (among?: Parameters<typeof placesOf>[2]): string[] =>
    placesOf('.opencode/agent/x.md', {}, among).map(({ host }) => host.id);

  it('owns a folder only if it is selected', () => {
    assert.deepEqual(owners(), ['opencode']);
    assert.deepEqual(owners(hosts), ['opencode', 'opencode@2']);
  });

  it('belongs to an existing host', () => {
    for (const { profileOf } of hosts)
      assert.ok(profileOf === undefined || hosts.some(({ id }) => id === profileOf));
  });
});
