// caretAt for every form of frontmatter that authors write.
import assert from 'node:assert/strict';
import { caretAt, nameAtCaret } from '../../server/agent/caret';
import { outlineOf } from '../../server/agent/outline';
import { marked, withCrlf } from '../support/marked-text';

/** What the caret answers, on one line: `key [permission] "ba" among bash, edit`. */
function described(text: string, offset: number): string {
  const caret = caretAt(outlineOf(text), offset);
  switch (caret.in) {
    case 'key': {
      const items = caret.items && `, or an item next to ${caret.items.join(', ')}`;
      const siblings = caret.siblings.length > 0 ? ` among ${caret.siblings.join(', ')}` : '';
      const shown = `${caret.quote}${caret.text}${caret.quote}${caret.hasColon ? ':' : ''}`;
      return `key ${caret.flow ? 'flow ' : ''}[${caret.path.join(' ')}] <${shown}>${siblings}${items ?? ''}`;
    }
    case 'value': {
      const { path, quote, form, item, before } = caret;
      const others = item ? ` ${item.index} next to ${item.others.join(', ') || 'none'}` : '';
      return `${form} [${path.join(' ')}] <${before}${quote}${caret.text}${quote}>${others}`;
    }
    case 'fence':
      return `${caret.fence} fence`;
    case 'after':
      return `after [${caret.path.join(' ')}]`;
    case 'nothing':
      return `nothing <${text.slice(caret.span.start, caret.span.end)}>`;
    default:
      return caret.in;
  }
}

const crlfAsLf = (text: string): string => text.replaceAll('\r\n', '\n');

function expectCaret(template: string, expected: string): void {
  const { text, caret } = marked(template);
  assert.equal(described(text, caret), expected);
  const windows = withCrlf({ text, caret });
  assert.equal(crlfAsLf(described(windows.text, windows.caret)), expected, 'with CRLF');
  assert.equal(described(`\uFEFF${text}`, caret + 1), expected, 'after a BOM');
  const ending = text.endsWith('---\n') ? `${text}\n# Role\nYou are: a: reviewer\n` : null;
  if (ending) assert.equal(described(ending, caret), expected, 'with a body');
}

/** Lines of a closed frontmatter. */
const inHead = (lines: string, expected: string): void => {
  const { text, caret } = marked(lines);
  const shown = `${text.slice(0, caret)}\u0001${text.slice(caret)}`
    .replaceAll('|', '||')
    .replace('\u0001', '|');
  expectCaret(`---\n${shown.replace(/\n$/, '')}\n---\n`, expected);
};

describe('the caret outside the frontmatter', () => {
  it('is in nothing in an empty text', () => expectCaret('|', 'nothing <>'));
  it('is in nothing among blank lines', () => expectCaret(' \n|\n', 'nothing < \n\n>'));
  it('is in nothing after the first dashes', () => expectCaret('--|', 'nothing <-->'));
  it('is in nothing on an empty line above a body', () => expectCaret('|\nYou are', 'nothing <>'));
  it('is in the body of a text without frontmatter', () =>
    expectCaret('You are| a reviewer', 'body'));
  it('is in the body below a dash', () => expectCaret('- one\n- |', 'body'));
  it('is in the opening fence', () => expectCaret('---|\nname: a\n---\n', 'opening fence'));
  it('is in an opening fence that is all there is', () => expectCaret('---|', 'opening fence'));
  it('is in the closing fence', () => expectCaret('---\nname: a\n--|-\n', 'closing fence'));
  it('is in the body after the closing fence', () => expectCaret('---\nname: a\n---\n|', 'body'));
  it('is in the body', () => expectCaret('---\nname: a\n---\nYou |are', 'body'));
  it('is in a comment', () => inHead('# a com|ment\nname: a', 'comment'));
  it('is in a comment after a value', () => inHead('model: haiku # che|ap', 'comment'));
});

describe('the caret in an unclosed frontmatter', () => {
  it('is in a key on its first line', () => expectCaret('---\n|', 'key [] <>'));
  it('is in a key being typed', () => expectCaret('---\nname: a\nto|', 'key [] <to> among name'));
  it('is in a key on an empty line below it', () =>
    expectCaret('---\nname: a\n|\nYou are a reviewer.', 'key [] <> among name'));
  it('is in a value at the end of the text', () =>
    expectCaret('---\nname: a\nmodel: |', 'scalar [model] <>'));
  it('is in a closing fence being typed', () => expectCaret('---\nname: a\n--|', 'closing fence'));
  it('is in the body further down', () =>
    expectCaret('---\nname: a\n\nYou are |a reviewer.', 'body'));
});

describe('the caret in keys', () => {
  it('is in an existing key', () => inHead('name: a\nto|ols: Read', 'key [] <tools:> among name'));
  it('is in front of a key', () => inHead('name: a\n|tools: Read', 'key [] <tools:> among name'));
  it('is between key and colon', () => inHead('tools|: Read', 'key [] <tools:>'));
  it('is in a half-typed key', () =>
    inHead('name: a\nto|\nmodel: b', 'key [] <to> among name, model'));
  it('is on an empty line', () => inHead('name: a\n|\nmodel: b', 'key [] <> among name, model'));
  it('is on the only line', () => inHead('|', 'key [] <>'));
  it('is in a nested map', () =>
    inHead('permission:\n  ba|sh: ask\n  edit: deny', 'key [permission] <bash:> among edit'));
  it('is on the first empty line of a nested map', () =>
    inHead('permission:\n  |', 'key [permission] <>'));
  it('is on an empty line above nested keys', () =>
    inHead('permission:\n  |\n  edit: deny\nmode: all', 'key [permission] <> among edit'));
  it('is on an empty line below nested keys', () =>
    inHead('permission:\n  edit: deny\n  |\nmode: all', 'key [permission] <> among edit'));
  it('is back at the top at column 0', () =>
    inHead('permission:\n  edit: deny\n|\n', 'key [] <> among permission'));
  it('is half-typed in a nested map', () =>
    inHead('permission:\n  edit: deny\n  ba|', 'key [permission] <ba> among edit'));
  it('is two maps deep', () =>
    inHead(
      'permission:\n  bash:\n    git *: ask\n    |\n',
      'key [permission bash] <> among git *',
    ));
  it('is in a quoted key', () =>
    inHead('permission:\n  bash:\n    "git p|ush": ask', 'key [permission bash] <"git push":>'));
  it('is in a quoted key that is not closed', () =>
    inHead('permission:\n  bash:\n    "git |', 'key [permission bash] <"git ">'));
  it('is in a glob key', () =>
    inHead('tools:\n  mcp_|*: true\n  read: true', 'key [tools] <mcp_*:> among read'));
  it('is in a flow map', () =>
    inHead('permission: {edit: deny, ba|}', 'key flow [permission] <ba> among edit'));
  it('is in an empty flow map', () => inHead('permission: {|}', 'key flow [permission] <>'));
  it('is in a nested flow map', () =>
    inHead('permission: {bash: {"git *": ask, |}}', 'key flow [permission bash] <> among git *'));
  it('is in a flow map that is not closed', () =>
    inHead('permission: { edit: deny, ba|\nmode: all', 'key flow [permission] <ba> among edit'));
  it('is in a map in a list', () =>
    inHead(
      'hooks:\n  PreToolUse:\n    - matcher: X\n      |',
      'key [hooks PreToolUse 0] <> among matcher',
    ));
  it('is in the first key of an item', () =>
    inHead('handoffs:\n  - la|bel: X\n    agent: y', 'key [handoffs 0] <label:> among agent'));
  it('is where an item fits', () =>
    inHead('tools:\n  - Read\n  |', 'key [tools] <>, or an item next to Read'));
  it('is where an item is typed without its dash', () =>
    inHead(
      'tools:\n  - Read\n  Wri|\n  - Edit',
      'key [tools] <Wri>, or an item next to Read, Edit',
    ));
  it('is a key after items at the same column', () =>
    inHead('tools:\n- Read\n|\nname: a', 'key [] <> among tools, name'));
  it('is in a key of a frontmatter that is indented as a whole', () =>
    inHead('  name: a\n  |\n', 'key [] <> among name'));
  it('is in a key below an unclosed quote', () =>
    inHead('description: "Use when\nto|ols: Read', 'key [] <tools:> among description'));
});

describe('the caret in values', () => {
  it('is in an empty value', () => inHead('model: |', 'scalar [model] <>'));
  it('is right after the colon', () => inHead('model:|', 'scalar [model] < >'));
  it('is in a plain value', () => inHead('model: son|net', 'scalar [model] <sonnet>'));
  it('is in a plain value with a comment', () =>
    inHead('model: son|net # cheap', 'scalar [model] <sonnet>'));
  it('is in double quotes', () => inHead('model: "son|net"', 'scalar [model] <"sonnet">'));
  it('is in single quotes', () => inHead("color: 'r|ed'", "scalar [color] <'red'>"));
  it('is in empty quotes', () => inHead('model: "|"', 'scalar [model] <"">'));
  it('is in quotes that are not closed', () =>
    inHead('model: "son|\nname: a', 'scalar [model] <"son">'));
  it('is in a quoted string of several lines', () =>
    inHead('description: "Use\n  th|is"\nname: a', 'scalar [description] <"Use\n  this">'));
  it('is after a quoted value', () => inHead('model: "sonnet" |', 'after [model]'));
  it('is in a plain string of several lines', () =>
    inHead('tools: Read,\n  Wri|te', 'scalar [tools] <Read,\n  Write>'));
  it('is in a value of a nested map', () =>
    inHead('permission:\n  bash: a|sk', 'scalar [permission bash] <ask>'));
  it('is not in a value where nested keys follow', () =>
    inHead('permission: al|\n  bash: ask', 'scalar [permission] <al>'));
  it('is in a block scalar', () =>
    inHead(
      'description: >-\n  Use th|is\n  agent: now\nname: a',
      'block-scalar [description] <  Use this\n  agent: now>',
    ));
  it('is in the header of a block scalar', () =>
    inHead('description: >|-\n  Use', 'block-scalar [description] <>->'));
  it('is on the first line of a block scalar', () =>
    inHead('description: ||\n  |\nname: a', 'block-scalar [description] <  >'));
  it('is on an empty line in a block scalar', () =>
    inHead('description: ||\n  a\n|\n  b\nname: a', 'block-scalar [description] <  a\n\n  b>'));
  it('is a key again below a block scalar', () =>
    inHead('description: ||\n  a\n|\nname: a', 'key [] <> among description, name'));
  it('is not in a comment in a block scalar', () =>
    inHead('description: ||\n  # Ro|le\nname: a', 'block-scalar [description] <  # Role>'));
});

describe('the caret in lists', () => {
  it('is in a flow item', () =>
    inHead('tools: [Read, Wri|te, Edit]', 'flow-list [tools 1] <Write> 1 next to Read, Edit'));
  it('is in a quoted flow item', () =>
    inHead(`tools: ['read', "se|arch"]`, 'flow-list [tools 1] <"search"> 1 next to read'));
  it('is in an empty flow list', () =>
    inHead('tools: [|]', 'flow-list [tools 0] <> 0 next to none'));
  it('is after a comma', () => inHead('tools: [Read, |]', 'flow-list [tools 1] <> 1 next to Read'));
  it('is in a flow list that is not closed', () =>
    inHead('tools: [Read, Wri|\nmodel: opus', 'flow-list [tools 1] <Wri> 1 next to Read'));
  it('is in a quoted item that is not closed', () =>
    inHead("tools: ['read', 'se|]", "flow-list [tools 1] <'se'> 1 next to read"));
  it('is in a flow list of several lines', () =>
    inHead(
      'tools: [\n  Read,\n  Wri|te, # why\n  Edit\n]\nname: a',
      'flow-list [tools 1] <Write> 1 next to Read, Edit',
    ));
  it('is in a flow list below its key', () =>
    inHead(
      'tools:\n  [\n    "a",\n    "b|",\n  ]\nname: c',
      'flow-list [tools 1] <"b"> 1 next to a',
    ));
  it('is in a sentence below its key', () =>
    inHead('description:\n  Use th|is\nname: a', 'scalar [description] <Use this>'));
  it('is in a comment in a flow list', () =>
    inHead('tools: [\n  Read, # wh|y\n  Edit\n]', 'comment'));
  it('is after the flow list', () => inHead('tools: [Read] |', 'after [tools]'));
  it('is in a block item', () =>
    inHead(
      'tools:\n  - Read\n  - Wri|te\n  - Edit',
      'block-list [tools 1] <Write> 1 next to Read, Edit',
    ));
  it('is in a block item at the column of the key', () =>
    inHead('tools:\n- Read\n- "Wri|te"\nname: a', 'block-list [tools 1] <"Write"> 1 next to Read'));
  it('is in an empty block item', () =>
    inHead('tools:\n  - Read\n  - |', 'block-list [tools 1] <> 1 next to Read'));
  it('is right after the dash', () =>
    inHead('tools:\n  -|', 'block-list [tools 0] < > 0 next to none'));
  it('is in a value of a flow map', () =>
    inHead('permission: {edit: de|ny}', 'flow-map [permission edit] <deny>'));
  it('is in an empty value of a flow map', () =>
    inHead('permission: {edit: |}', 'flow-map [permission edit] <>'));
  it('is right after the colon in a flow map', () =>
    inHead('permission: {edit:|}', 'flow-map [permission edit] < >'));
  it('is in a map in a list in a map in a list', () =>
    inHead(
      'hooks:\n  PreToolUse:\n    - matcher: X\n      hooks:\n        - type: |',
      'scalar [hooks PreToolUse 0 hooks 0 type] <>',
    ));
  it('counts the items', () =>
    inHead(
      'handoffs:\n  - label: A\n    agent: a\n  - label: B\n    agent: |',
      'scalar [handoffs 1 agent] <>',
    ));
  it('is in a flow map in a block list', () =>
    inHead('handoffs:\n  - { label: A, agent: b| }', 'flow-map [handoffs 0 agent] <b>'));
  it('is in a flow map in a flow list', () =>
    inHead('a: [{b: c}, {d: e|}]', 'flow-map [a 1 d] <e>'));
});

describe('a name in a string of names', () => {
  const names = (template: string, expected: string, separators = ','): void => {
    const { text, caret } = marked(`---\n${template}\n---\n`);
    const place = caretAt(outlineOf(text), caret);
    assert.equal(place.in, 'value');
    if (place.in !== 'value') return;
    const name = nameAtCaret(text, place.token, caret, separators);
    assert.ok(name.token.start <= caret && caret <= name.token.end);
    assert.equal(`${name.index} <${name.text}> next to ${name.others.join(' + ')}`, expected);
  };

  it('is the one under the caret', () =>
    names('tools: Read, Wri|te(x, y), Bash', '1 <Write(x, y)> next to Read + Bash'));
  it('is inside parentheses', () =>
    names(
      'tools: Read, Bash(git add:*, git |), Edit',
      '1 <Bash(git add:*, git )> next to Read + Edit',
    ));
  it('is new after a comma', () => names('tools: Read, |', '1 <> next to Read'));
  it('is new right after a comma', () => names('tools: Read,|', '1 <> next to Read'));
  it('is new between two', () => names('tools: Read, |, Bash', '1 <> next to Read + Bash'));
  it('is the first', () => names('tools: R|', '0 <R> next to '));
  it('is new in an empty value', () => names('tools: |', '0 <> next to '));
  it('is in quotes', () => names('tools: "Read, Ba|sh"', '1 <Bash> next to Read'));
  it('is on a line of its own', () =>
    names('tools: Read,\n  Ba|sh,\n  Edit', '1 <Bash> next to Read + Edit'));
  it('is half-typed with a parenthesis', () =>
    names('tools: Bash(git|, Edit', '0 <Bash(git> next to Edit'));
  it('is separated by spaces', () =>
    names('tools: Read Ba|sh(a b) Edit', '1 <Bash(a b)> next to Read + Edit', ', '));
});

describe('a frontmatter that is too long to be read', () => {
  it('has no keys and values', () => {
    const { text, caret } = marked(`---\nname: a|\n${'b: c\n'.repeat(7_000)}---\n`);
    assert.deepEqual(caretAt(outlineOf(text), caret), { in: 'after', path: [] });
  });
});
