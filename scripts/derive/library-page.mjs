// The page of the library: its functions and types, from the contract.

const start = `# Library

\`\`\`js
import { check, explain, convert, list, programs, schema } from 'dossier';

const text = '---\\nname: reviewer\\ndescription: Reviews.\\nallowed-tools: Read\\n---\\nYou review.\\n';
check({ path: '.claude/agents/reviewer.md', text }).findings[0].message;
// "allowed-tools" is not a field of Claude Code agents ...
\`\`\`

The functions accept and return plain data: a text and its path, or a folder. None reads the disk, the network or the environment, so they
work in Node (\`import\` and \`require\`), Deno, Bun, workers and browsers. They are what the commands of the same names and
\`dossier mcp\` call; results are those that the commands print with \`--format json\`.

A folder is an object with two functions. On a disk, with Node:

\`\`\`js
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { check } from 'dossier';

const folder = {
  paths: () =>
    readdirSync('.', { recursive: true })
      .map((path) => path.replaceAll('\\\\', '/'))
      .filter((path) => !/(^|\\/)(node_modules|\\.git)\\//.test(path))
      .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile()),
  read: (path) => readFileSync(path, 'utf8'),
};
const { findings } = check({ folder, paths: ['.claude'] });
\`\`\`

What is listed below is the public interface. Keys may be added in a minor version; a key is removed or changed only in a major version. Rules,
messages and facts about programs are no part of it: they change as the programs do.
`;

const block = (code) => `\`\`\`ts\n${code}\n\`\`\`\n`;

/** The comment of a declaration without its marks, as one paragraph, with its example. */
const prose = (comment) => {
  const [text, example] = comment
    .replaceAll(/^\/\*\*|\*\/$/g, '')
    .replaceAll(/\s*\n\s*\* ?/g, ' ')
    .split('@example');
  return `${text.trim()}\n${example ? `\n${block(example.trim())}` : ''}`;
};

/** A comment and what it is about. */
const commented = /^\s*(\/\*\*[\s\S]*?\*\/)?\s*([\s\S]*)$/;

/** @param contract the text of `server/contract/library.ts`, where an empty line is before each declaration */
export function libraryPage(contract) {
  const declared = contract
    .trimEnd()
    .split('\n\n')
    .flatMap((part) => {
      const [, comment = '', code] = commented.exec(part);
      const [, name] = /^export (?:interface|type) (\w+)/.exec(code) ?? [];
      return name ? [{ name, comment, code: code.replace('export ', '') }] : [];
    });
  const library = declared.find(({ name }) => name === 'Library');
  if (!library) throw new Error('the contract declares no Library');
  const section = ({ name, comment, code }) =>
    `### ${name}\n\n${comment ? `${prose(comment)}\n` : ''}${block(code)}`;
  const functions = library.code
    .slice(library.code.indexOf('{') + 1, -1)
    .split(/;\n/)
    .flatMap((part) => {
      const [, comment, code] = commented.exec(part);
      return comment ? [{ name: code.split('(')[0], comment, code }] : [];
    });
  const types = declared.filter((one) => one !== library);
  return `${start}
## Functions

${prose(library.comment)}
${functions.map(section).join('\n')}
## Types

${types.map(section).join('\n')}`;
}
