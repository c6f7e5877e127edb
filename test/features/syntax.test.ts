// A host that reads lines instead of YAML, alone and together with a host that reads YAML.
import assert from 'node:assert/strict';
import { formatFrontmatter } from '../../server/features/formatting/formatting';
import type { Host } from '../../server/hosts/model/host';
import { jsonSchemaOf } from '../../server/hosts/schema/json-schema';
import { completing } from '../support/completing';
import { fixing, fixingAll } from '../support/fixing';
import { inLineHost, lineHost } from '../support/line-host';
import { claudeFile, type Opened, viewAt } from '../support/viewing';

const alone: Opened = { at: '.line-host/agents/reviewer.md', alsoRead: [inLineHost()] };
/** Claude Code owns the file and reads YAML; the other host reads it too. */
const shared: Opened = { at: claudeFile, alsoRead: [inLineHost(claudeFile)] };

const text = (head: string): string => `---\n${head}\n---\n\nYou are.\n`;

describe('in a file of a host that reads lines', () => {
  it('completion inserts values without quotes', () => {
    completing(text('answers: |'), alone)
      .offersOnly('on', 'brief', 'long: all of it')
      .accepting('on')
      .gives(text('answers: on'))
      .accepting('long: all of it')
      .gives(text('answers: long: all of it'));
    completing(text('answers:|'), alone).accepting('on').gives(text('answers: on'));
  });

  it('completion inserts names after commas, and none in brackets, quotes and lists', () => {
    completing(text('tools: Look, |'), alone)
      .accepting('Change')
      .gives(text('tools: Look, Change'));
    for (const head of [
      'tools: [|]',
      'tools: [Look, |]',
      'tools: "|"',
      'tools:\n  - |',
      'tools:\n  |',
    ])
      completing(text(head), alone).offersNothing();
  });

  it("completion inserts the host's own form of a field", () => {
    completing(text('name: reviewer\n|'), alone)
      .accepting('description')
      .gives(text('name: reviewer\ndescription: Use when: '));
  });

  it('completion offers the skeleton of the host', () => {
    completing('|', alone)
      .accepting('--- Line Host agent')
      .gives('---\nname: reviewer\ndescription: Use when: reviewing\n---\n\nYou are.\n');
  });

  it('a fix writes the value up to the end of the line, without quotes', () => {
    fixing(text('name: x\nanswers: |onn'), alone)
      .taking('Replace with "on"')
      .gives(text('name: x\nanswers: on'));
    fixing(text('name: x\nanswers: |brief"'), alone)
      .taking('Replace with "brief"')
      .gives(text('name: x\nanswers: brief'));
    fixing(text('name: x\ntools: |look, Change'), alone)
      .taking('Replace with "Look"')
      .gives(text('name: x\ntools: Look, Change'));
    fixing(text('|title: Use: it'), alone).taking('Rename to "name"').gives(text('name: Use: it'));
  });

  it('all safe fixes leave values that only YAML misreads alone', () => {
    const head = 'name: x\ndescription: Use when: "asked"\ntools: Look';
    fixingAll(text(head), alone).gives(text(head));
  });

  it('a comment ignores a finding, as the host skips comments', () => {
    fixing(text('name: x\nanswers: |onn'), alone)
      .taking('Disable invalid-value for this line')
      .gives(text('name: x\n# dossier-ignore invalid-value:\nanswers: onn'));
  });

  it('formatting changes nothing', () => {
    const head = 'name:   "reviewer"\ntools: [ Look ]   ';
    assert.deepEqual(formatFrontmatter(viewAt(text(head), alone).writer), []);
    assert.deepEqual(formatFrontmatter(viewAt(text(head), shared).writer), []);
    assert.notDeepEqual(formatFrontmatter(viewAt(text(head), { at: claudeFile }).writer), []);
  });
});

describe('in a file of a host that reads lines and one that reads YAML', () => {
  const required = 'name: reviewer\ndescription: Reviews.';

  it('completion offers only values that both read alike', () => {
    completing(text(`${required}\nanswers: |`), shared)
      .offers('brief')
      .offersNot('on', 'long: all of it');
    completing(text(`${required}\nmodel: |`), shared)
      .accepting('haiku')
      .gives(text(`${required}\nmodel: haiku`));
    completing(text(`${required}\nmodel: "|"`), { at: claudeFile }).offers('haiku');
    completing(text(`${required}\nmodel: "|"`), shared).offersNothing();
    completing(text(`${required}\ntools: [|]`), { at: claudeFile }).offers('Read');
    completing(text(`${required}\ntools: [|]`), shared).offersNothing();
  });

  it('completion inserts a field without the form of one host that the other misreads', () => {
    completing(text('name: reviewer\n|'), shared)
      .accepting('hint')
      .gives(text('name: reviewer\nhint: '))
      .accepting('mcpServers')
      .gives(text('name: reviewer\nmcpServers: '))
      .accepting('tools')
      .gives(text('name: reviewer\ntools: Read, Grep, Glob'));
    completing(text('name: reviewer\n|'), alone)
      .accepting('hint')
      .gives(text('name: reviewer\nhint: When: '));
  });

  it('completion offers no skeleton that one of them misreads', () => {
    completing('|', alone).offers('--- Line Host agent');
    completing('|', shared).offersNot('--- Line Host agent');
  });

  it('in place of a fix that needs the quotes of YAML, one is offered that needs none', () => {
    const head = 'name: reviewer\ndescription: Use |when: asked: often:';
    const dashes = 'Replace ": " with " - "';
    fixing(text(head), { at: claudeFile })
      .offers('Quote the value of "description"')
      .offersNot(dashes);
    fixing(text(head), shared)
      .offersNot('Quote the value of "description"', 'Convert "description" to a block scalar')
      .offersForReview(dashes)
      .taking(dashes)
      .gives(text('name: reviewer\ndescription: Use when - asked - often'));
    fixing(text('name: reviewer\ndescription: Use |when: asked: # always'), shared).offersNot(
      dashes,
    );
    fixingAll(text(head.replace('|', '')), shared).gives(text(head.replace('|', '')));
  });

  it('a fix that both read alike is offered', () => {
    fixing(text(`${required}\ntools: Read, |MultiEdit, Grep`), shared)
      .taking('Replace with "Edit"')
      .gives(text(`${required}\ntools: Read, Edit, Grep`));
  });

  it('a fix for a list in brackets is offered only where no line is read', () => {
    const head = `${required}\ntools: [|MultiEdit]`;
    fixing(text(head), { at: claudeFile }).offers('Replace with "Edit"');
    fixing(text(head), shared).offersNot('Replace with "Edit"');
  });
});

describe('the JSON Schema', () => {
  it('is not made for a host that reads no YAML, as validators would read its files as YAML', () => {
    const [dialect] = Object.values(lineHost.dialects);
    assert.ok(dialect);
    const { agent } = lineHost.kinds;
    const withYaml: Host = { ...lineHost, kinds: { agent: { ...agent, syntax: 'yaml' } } };
    assert.equal(jsonSchemaOf(lineHost, dialect), null);
    assert.notEqual(jsonSchemaOf(withYaml, dialect), null);
  });
});
