import assert from 'node:assert/strict';
import { readCases, writeCases } from './case-file';

describe('files of cases', () => {
  const texts = [
    '',
    '\n',
    'plain',
    '---\nname: a\n---\nBody\n',
    '\uFEFF---\r\nname: a\\n\r\n---  \r\nBody ',
    '~~~~\n~~~~~escaped\n## not a title\n- not: a fact',
    `${'x'.repeat(1000)}\\{x*3}`,
    'a\u0000b\u2028c\u00a0d\t🤖 \\u{41}',
  ];

  it('give back what was put in', () => {
    const cases = texts.map((text, number) => ({
      id: `case ${number}`,
      path: `.x/agents/${number}.md`,
      text,
      facts: { agent: 'yes', description: JSON.stringify(text) },
      ...(number % 2 === 0 && { context: { model: 'a=b', mcp: ['x'] } }),
    }));
    const file = { host: 'some-host', version: '1.0', cases };
    assert.deepEqual(readCases(writeCases(file)), file);
  });
});
