// A version of an agent for a host whose files have few limits, or none: it is never able to do more than the agent.
import assert from 'node:assert/strict';
import { newAgent } from '../../server/features/new-agent/file';
import { versionFor } from '../../server/features/new-agent/version';
import { english } from '../../server/text/translate';
import { catalog } from '../support/catalog';
import { viewAt } from '../support/viewing';

/** The text and the notes of the version; null where none can be made. */
function versionOf(at: string, head: string, target: string) {
  const [verdict] = viewAt(`---\n${head}\n---\n\nYou review code.\n`, { at }).verdicts();
  const host = catalog.hosts.find(({ id }) => id === target);
  assert.ok(verdict && host);
  const made = versionFor(catalog, verdict, host);
  return (
    made && {
      text: newAgent(catalog, host, made.options)?.text ?? '',
      notes: made.notes.map(english),
    }
  );
}

const claude = (tools: string) =>
  ['.claude/agents/reviewer.md', `name: reviewer\ndescription: Reviews.\ntools: ${tools}`] as const;
const cursor = (more: string) =>
  ['.cursor/agents/reviewer.md', `name: reviewer\ndescription: Reviews.${more}`] as const;

describe('a version for a host with few limits', () => {
  it('is read-only where the agent cannot change files', () => {
    assert.match(versionOf(...claude('Read, Grep'), 'cursor')?.text ?? '', /^readonly: true$/m);
  });

  it('leaves out what the limit denies too', () => {
    const made = versionOf(...claude('Read, Bash'), 'cursor');
    assert.match(made?.text ?? '', /^readonly: true$/m);
    assert.match(made?.notes.join(' ') ?? '', /could only grant more than this file does/);
  });

  it('has no limit where the agent has none', () => {
    assert.doesNotMatch(
      versionOf(...claude('Read, Write, Edit, Bash'), 'cursor')?.text ?? '',
      /readonly/,
    );
  });

  it('is not made where the host has no limit', () => {
    assert.equal(versionOf(...claude('Read, Grep'), 'codex'), null);
    assert.ok(versionOf(...claude('Read, Write, Edit, Bash'), 'codex'));
  });

  it('of an agent whose tools are not known has what its limits leave', () => {
    const limited = versionOf(...cursor('\nreadonly: true'), 'claude-code')?.text ?? '';
    assert.match(limited, /^tools: .*Read/m);
    assert.doesNotMatch(limited, /Write|Edit|Bash/);
    assert.match(versionOf(...cursor(''), 'claude-code')?.text ?? '', /^tools: .*Write.*Bash/m);
  });
});
