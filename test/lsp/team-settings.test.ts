// Documents in a project with a configuration file: which rules it disables, and the diagnostics in the file itself.
import assert from 'node:assert/strict';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { memoryFileSystem } from '../../server/world/memory';
import { type Session, serving } from '../support/serving';

const uri = 'file:///w/.claude/agents/reviewer.md';
const config = '/w/dossier.config.json';
const configUri = `file://${config}`;
const text =
  '---\nname: reviewer\ndescription: Reviews {{PROJECT}}.\nowner: me\n---\n\nYou review.\n';

const codes = ({ diagnostics }: PublishDiagnosticsParams): unknown[] =>
  diagnostics.map(({ code }) => code);

const under = async (written: string): Promise<[Session, Map<string, string>]> => {
  const world = memoryFileSystem({ [config]: written }, '/w');
  return [await serving({ world }), world.files];
};

async function changed(session: Session): Promise<void> {
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
    changes: [{ uri: configUri, type: FileChangeType.Changed }],
  });
}

describe('a document below dossier.config.json', () => {
  it('is judged by it, before the settings of the editor, and again when it changes', async () => {
    const [session, files] = await under('{ "rules": { "placeholder": "off" } }');
    session.open(uri, text);
    assert.deepEqual(codes(await session.published(uri)), ['unknown-field']);
    files.set(config, '{ "allowedFields": ["owner"] }');
    await changed(session);
    assert.deepEqual(codes(await session.published(uri)), ['placeholder']);
    session.end();
  });

  it('applies the valid part of the file, and reports the invalid part in it until it is fixed', async () => {
    const [session, files] = await under('{\n  "allowedFields": ["owner"],\n  "rulez": {}\n}');
    session.open(uri, text);
    assert.deepEqual(codes(await session.published(uri)), ['placeholder']);
    const [fault] = (await session.published(configUri)).diagnostics;
    assert.match(String(fault?.message), /no setting "rulez". Did you mean "rules"\?/);
    assert.deepEqual(fault?.range.start, { line: 2, character: 2 });
    files.set(config, '{ "allowedFields": ["owner"] }');
    await changed(session);
    assert.deepEqual((await session.published(configUri)).diagnostics, []);
    files.set(config, '{ nonsense');
    await changed(session);
    assert.equal((await session.published(configUri)).diagnostics.length, 1);
    files.delete(config);
    await changed(session);
    assert.deepEqual((await session.published(configUri)).diagnostics, []);
    session.end();
  });

  it('has no findings where it is excluded, and some where it is included', async () => {
    const [session] = await under('{ "exclude": ["fixtures/"], "include": ["prompts/*.md"] }');
    const excluded = 'file:///w/fixtures/.claude/agents/a.md';
    session.open(excluded, text);
    assert.deepEqual(codes(await session.published(excluded)), []);
    const included = 'file:///w/prompts/a.md';
    session.open(included, text.replace('owner: me', 'tools: Read, MultiEdit'));
    assert.ok(codes(await session.published(included)).includes('removed-tool'));
    session.end();
  });
});
