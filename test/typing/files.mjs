// Real files to type: seeded, the same at each run, so many of each host. Each is put into the own folder of its host.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Folder, ending, language id in VS Code. */
const homes = {
  claude: ['.claude/agents', '.md', 'chatagent'],
  copilot: ['.github/agents', '.agent.md', 'chatagent'],
  opencode: ['.opencode/agent', '.md', 'markdown'],
  kilo: ['.kilo/agent', '.md', 'markdown'],
};

export const hostIds = Object.keys(homes);

const random = (seed) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

/** @returns every corpus file of a host that has a frontmatter, shuffled by the seed. */
export function corpusOf(corpus, host, seed = 1) {
  const { files } = JSON.parse(readFileSync(path.join(corpus, 'index.json'), 'utf8'));
  const next = random(seed);
  return files
    .filter((file) => file.host === host)
    .map((file) => ({ file, order: next() }))
    .sort((a, b) => a.order - b.order)
    .flatMap(({ file: { file } }, index) => {
      const text = readFileSync(path.join(corpus, file), 'utf8').replaceAll('\r\n', '\n');
      const [folder, ending, languageId] = homes[host];
      const name = path.basename(file).replace(/(?:\.agent|\.chatmode)?\.md$/, '');
      const head = /^---\n([\s\S]*?)\n---\n/.exec(text);
      if (!head) return [];
      return [
        {
          host,
          file,
          text,
          head: head[0],
          path: `${index}-${host}/${folder}/${name}${ending}`,
          // Agents of one repository are neighbors.
          workspacePath: `${file.split('/')[1]}/${folder}/${name}-${index}${ending}`,
          languageId,
        },
      ];
    });
}

/** Where a skill or command is put, with the language id in VS Code. */
const skillHomes = {
  skill: [
    ['.claude/skills/{name}/SKILL.md', 'skill'],
    ['.github/skills/{name}/SKILL.md', 'skill'],
    ['.opencode/skills/{name}/SKILL.md', 'markdown'],
  ],
  command: [
    ['.claude/commands/{name}.md', 'markdown'],
    ['.opencode/command/{name}.md', 'markdown'],
  ],
};

/** @returns every skill and command below a folder of repositories, shuffled by the seed, each for one of its programs. */
export function skillsIn(folder, seed = 1) {
  const next = random(seed);
  return readdirSync(folder, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(?:^|\/)SKILL\.md$|(?:^|\/)commands?\/.*\.md$/.test(file))
    .sort()
    .map((file) => ({ file, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ file }, index) => {
      const kind = file.endsWith('SKILL.md') ? 'skill' : 'command';
      const text = readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n');
      const homes = skillHomes[kind];
      const [home, languageId] = homes[index % homes.length];
      const own = kind === 'skill' ? path.dirname(file) : file;
      const name = path.basename(own, '.md').replaceAll(/[^\w-]/g, '-');
      const head = /^---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
      return {
        ...{ host: kind, file, text, head, languageId },
        path: `${index}-${kind}/${home.replace('{name}', name)}`,
      };
    });
}
