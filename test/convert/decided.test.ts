// What was decided when an agent was converted, after its file or its copy was moved.
import assert from 'node:assert/strict';
import { DecidedConversions } from '../../client/convert/decided';

const memory = () => {
  const stored = new Map<string, unknown>();
  return {
    keys: () => [...stored.keys()],
    get: (key: string, otherwise?: unknown): unknown => stored.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void stored.set(key, value),
  } as unknown as ConstructorParameters<typeof DecidedConversions>[0];
};

const source = 'file:///p/.claude/agents/reviewer.md';
const copy = 'file:///p/.github/agents/reviewer.agent.md';
const choices = { 'change-file': 'drop' };

async function decided(): Promise<DecidedConversions> {
  const conversions = new DecidedConversions(memory());
  await conversions.store({ source, copy, choices });
  return conversions;
}

describe('decisions of a conversion', () => {
  it('are kept when the agent or its copy is renamed', async () => {
    const conversions = await decided();
    const [here, there] = [source, copy].map((uri) => uri.replace('reviewer', 'checker'));
    assert.ok(here && there);
    await conversions.move(source, here);
    await conversions.move(copy, there);
    assert.deepEqual(conversions.about(here), [{ source: here, copy: there, choices }]);
    assert.deepEqual(conversions.about(source), []);
  });

  it('are kept when a folder is renamed, and only for files in it', async () => {
    const conversions = await decided();
    await conversions.move('file:///p/.claude', 'file:///p/old');
    await conversions.move('file:///p/.git', 'file:///p/other');
    const moved = 'file:///p/old/agents/reviewer.md';
    assert.deepEqual(conversions.about(moved), [{ source: moved, copy, choices }]);
  });

  it('are forgotten for a file that another one replaces', async () => {
    const conversions = await decided();
    await conversions.move('file:///p/notes.md', copy);
    assert.deepEqual(conversions.about(source), []);
  });
});
