// An agent file and the author who types into it, one change a key.
const head = `---
name: release-manager
description: Use this agent for release work with a focus on the nearest code before a change
tools: Read, Write, Edit, Bash, WebSearch
model: sonnet
color: blue
---

# release-manager

`;
const prose = [
  'You are a senior engineer who owns the quality of this part of the system.',
  '- **Evidence**: run the tests and report the command with its result',
  '1. List the files concerned, with one line on each',
  'When two approaches are equal, prefer the one with less state.',
  '## Before you begin',
  'See [the guide](../docs/guide.md) for the way we name things.',
];

export function agentOf(bytes) {
  let text = head;
  for (let line = 0; text.length < bytes; line++) text += `${prose[line % prose.length]}\n\n`;
  return text;
}

const script = [
  ...'tools: Read, Grep\nmodel: opus\ncolor: blue\npermissionMode: plan\n# note to self\n',
];

/** The same few fields again and again, key by key. */
export const keys = (count) =>
  Array.from({ length: count }, (_, key) => script[key % script.length]);

export class Typed {
  version = 1;

  constructor(client, uri, text) {
    this.client = client;
    this.uri = uri;
    this.lines = text.split('\n');
    client.open(uri, text);
  }

  /** The caret onto a fresh line below the description. */
  beginField() {
    this.line = this.lines.findIndex((line) => line.startsWith('description')) + 1;
    this.character = 0;
    this.type('\n');
    this.line--;
    this.character = 0;
  }

  beginBody() {
    this.line = this.lines.length >> 1;
    this.character = 0;
  }

  type(key) {
    const at = { line: this.line, character: this.character };
    const text = this.lines[this.line];
    const [before, behind] = [text.slice(0, this.character), text.slice(this.character)];
    if (key === '\n') {
      this.lines.splice(this.line, 1, before, behind);
      this.line++;
      this.character = 0;
    } else {
      this.lines[this.line] = before + key + behind;
      this.character += key.length;
    }
    this.version++;
    this.client.change(this.uri, this.version, { range: { start: at, end: at }, text: key });
  }

  get caret() {
    return { line: this.line, character: this.character };
  }

  get onDescription() {
    return { line: this.lines.findIndex((line) => line.startsWith('description')), character: 4 };
  }
}
