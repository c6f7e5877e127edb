// Agents from and to Factory Droid, which changes files with one tool or with two, depending on the model.
import { converting } from '../support/converting';

const head = 'name: reviewer\ndescription: Reviews changes.';
const toFactory = { from: 'claude-code', to: 'factory' };

describe('a conversion to Factory Droid', () => {
  it('names the tools that do the same', () => {
    converting(`${head}\ntools: Read, Grep, Bash, WebFetch`, toFactory)
      .gives(`${head}\ntools: [Read, Grep, Execute, FetchUrl]`)
      .accounts('same', 'tools');
  });

  it('grants changes of files with every tool that a model may have for them', () => {
    converting(`${head}\ntools: Read, Write, Edit, NotebookEdit`, toFactory).gives(
      `${head}\ntools: [Read, Create, Edit]`,
    );
  });

  it('does not let an agent change files that may only create them, unless that is chosen', () => {
    const source = `${head}\ntools: Read, Write`;
    converting(source, toFactory)
      .gives(`${head}\ntools: [Read]`)
      .accounts('narrower', 'create-file', '"Edit" also lets the agent change files');
    converting(source, { ...toFactory, choices: { 'create-file': 'wider' } })
      .gives(`${head}\ntools: [Read, Create, Edit]`)
      .accounts('wider', 'create-file');
  });

  it('keeps an empty list empty, and lists tools where some are denied', () => {
    converting(`${head}\ntools: []`, toFactory).gives(`${head}\ntools: []`);
    converting(`${head}\ndisallowedTools: Bash`, toFactory).accounts('narrower', 'tools');
  });

  it('writes a model that it knows, and reports any other', () => {
    converting(`${head}\nmodel: claude-sonnet-4-6`, toFactory).gives(
      `${head}\nmodel: claude-sonnet-4-6`,
    );
    converting(`${head}\nmodel: sonnet`, toFactory).gives(head).accounts('decision', 'model');
  });
});

describe('a conversion from Factory Droid', () => {
  const from = (to: string) => ({ from: 'factory', to });

  it('reads a category that is the whole value', () => {
    converting(`${head}\ntools: web`, from('claude-code')).gives(
      `${head}\ntools: WebFetch, WebSearch`,
    );
  });

  it('reads the names of tools of servers', () => {
    converting(`${head}\ntools: [Read, tickets___create]`, from('claude-code')).gives(
      `${head}\ntools: [Read, mcp__tickets__create]`,
    );
  });
});
