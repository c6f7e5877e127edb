// Everything runs with any set of hosts: here with two that exist only in tests.
import assert from 'node:assert/strict';
import { outlineOf } from '../../server/agent/outline';
import { guessPlace } from '../../server/hosts/catalog/guess-place';
import { HostCatalog } from '../../server/hosts/catalog/host-catalog';
import { hostsIgnoring, misplacements } from '../../server/hosts/catalog/misplaced';
import { placesOf } from '../../server/hosts/catalog/places';
import type { Host } from '../../server/hosts/model/host';
import { skeletonsMethod } from '../../server/protocol/protocol';
import { completing } from '../support/completing';
import { diagnosing } from '../support/diagnosing';
import { hovering } from '../support/hovering';
import { madeHosts as catalog, stork } from '../support/made-hosts';
import { running } from '../support/running';
import { serving } from '../support/serving';
import { viewAt } from '../support/viewing';
import { words } from '../support/words';

const at = '.heron/agents/reviewer.md';

describe('with two made hosts', () => {
  it('completion offers the fields and values of the host', () => {
    completing(
      `
      ---
      description: Reviews.
      |
      ---
      `,
      { at, catalog },
    ).offersOnly('speed');
    completing(
      `
      ---
      speed: |
      ---
      `,
      { at, catalog },
    ).offersOnly('slow', 'fast');
  });

  it('completion offers the skeletons of these hosts outside of their folders', () => {
    completing('|', { at: 'notes/reviewer.md', catalog }).offersOnly(
      '--- Heron agent',
      '--- Stork agent',
    );
  });

  it('diagnostics name the host, and the other one that has the field', () => {
    diagnosing(
      `
      ---
      description: Reviews.
      speed: medium
             ^^^^^^ warning invalid-value: "speed" must be slow or fast, not "medium". Heron ignores it.
      ---
      You review.
      `,
      { at, catalog },
    );
    diagnosing(
      `
      ---
      description: Reviews.
      speed: fast
      ^^^^^ hint unknown-field: "speed" is a field in Heron, not in Stork.
      ---
      You review.
      `,
      { at: '.stork/agents/reviewer.md', catalog },
    );
  });

  it('a hover explains the field', () => {
    hovering('---\ndescription: Reviews.\nspe|ed: fast\n---\nYou review.\n', { at, catalog })
      .shows('How fast the agent works.')
      .shows('Heron');
  });

  it('places are those of these hosts only', () => {
    const hostsOf = (path: string): readonly string[] =>
      placesOf(catalog, path).map(({ host }) => host.id);
    assert.deepEqual(hostsOf(at), ['heron']);
    assert.deepEqual(hostsOf('.stork/agents/team/reviewer.md'), ['stork']);
    assert.deepEqual(hostsOf('.claude/agents/reviewer.md'), []);
    assert.deepEqual(
      misplacements(catalog, '.heron/agent/reviewer.md').map(({ host }) => host.id),
      ['heron'],
    );
    assert.deepEqual(
      hostsIgnoring(catalog, '.heron/agents/reviewer.txt').map(({ host }) => host.id),
      ['heron'],
    );
    const outline = outlineOf('---\nname: reviewer\ndescription: Reviews.\nspeed: fast\n---\n');
    assert.equal(guessPlace(catalog, outline, 'notes/reviewer.md')?.host.id, 'heron');
  });

  it('a location names the kind of its documents', () => {
    const text = 'Reviews.\nYou review.\n';
    const [asRole] = viewAt(text, { at: '.heron/roles/reviewer.md', catalog }).verdicts();
    assert.deepEqual(
      [asRole?.persona?.description, asRole?.persona?.prompt],
      ['Reviews.', 'You review.'],
    );
    const [asAgent] = viewAt(text, { at, catalog }).verdicts();
    assert.equal(asAgent?.persona, null);
  });

  it('a prompt is too short where the host declares so', () => {
    const dialect = stork.dialects.agent;
    assert.ok(dialect);
    const refused = { outcome: 'ignored', reason: 'unknown', effect: '{host} skips it.' } as const;
    const strict: Host = {
      ...stork,
      dialects: {
        agent: { ...dialect, shortestPrompt: 300, flaws: { 'short-prompt': refused } },
      },
      kinds: {
        agent: {
          ...stork.kinds.agent,
          reader: (input) => {
            const reading = stork.kinds.agent.reader(input);
            const prompt = reading.agents[0]?.prompt;
            return !prompt || prompt.text.length >= 300
              ? reading
              : { ...reading, flaws: [{ code: 'short-prompt', span: prompt.span, fatal: true }] };
          },
        },
      },
    };
    const messages = (length: number): readonly string[] =>
      viewAt(`---\ndescription: Reviews.\n---\n${'a'.repeat(length)}\n`, {
        at: '.stork/agents/reviewer.md',
        catalog: new HostCatalog([strict]),
        settings: { rules: { 'empty-prompt': 'error' } },
      })
        .findings()
        .map(({ message }) => words(message));
    assert.deepEqual(messages(299), ['The prompt is too short. Stork skips it. Add instructions.']);
    assert.deepEqual(messages(300), []);
  });

  it('`check` reads the folders of these hosts, and no other', () => {
    const files = {
      '.heron/agents/reviewer.md': '---\nspeed: fast\n---\nYou review.\n',
      '.stork/agents/tester.md': '---\ndescription: Tests.\n---\nYou test.\n',
      '.claude/agents/writer.md': '---\nname: writer\n---\nYou write.\n',
    };
    const { code, json } = running(files, ['check', '--format', 'json'], '', { catalog });
    const { files: count, findings } = json as {
      files: number;
      findings: { file: string; rule: string; host: string; message: string }[];
    };
    assert.equal(count, 2);
    assert.deepEqual(
      findings
        .filter(({ rule }) => rule === 'missing-field')
        .map(({ file, host, message }) => [file, host, message.includes('Heron')]),
      [['.heron/agents/reviewer.md', 'heron', true]],
    );
    assert.equal(code, 1);
    const { out } = running(files, ['hosts'], '', { catalog });
    assert.match(out, /^Heron \(heron\) 1\.0\.0/);
    assert.doesNotMatch(out, /claude/i);
    const { err } = running(files, ['explain', at, '--host', 'claude-code'], '', { catalog });
    assert.match(err, /unknown program "claude-code"\. Use heron, stork or all\./);
  });

  it('settings accept the ids of these hosts', () => {
    const files = { [at]: '---\ndescription: Reviews.\n---\nYou review.\n' };
    const check = (hosts: string): string =>
      running({ ...files, 'dossier.config.json': `{ "hosts": ["${hosts}"] }` }, ['check'], '', {
        catalog,
      }).err;
    assert.doesNotMatch(check('stork'), /is not one of/);
    assert.match(check('vscode'), /Expected heron or stork, not "vscode"\./);
  });

  it('the server offers new agents of these hosts', async () => {
    const session = await serving({ catalog });
    const offered = await session.connection.sendRequest(skeletonsMethod);
    session.end();
    assert.deepEqual(
      (offered as { hostName: string }[]).map(({ hostName }) => hostName),
      ['Heron', 'Stork'],
    );
  });
});
