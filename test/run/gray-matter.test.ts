// The gray-matter that we bundle answers as the one on npm does, except that it runs nothing.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import bundled from 'gray-matter';

type Matter = typeof bundled;
const original: Matter = createRequire(path.resolve('package.json'))('gray-matter');

function answer(matter: Matter, text: string): unknown {
  try {
    const { data, content, language } = matter(text, {});
    return { data, content, language };
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
}

const same = [
  '',
  'no frontmatter',
  '---\nname: a\ntools:\n  read: true\n---\nBody\n',
  '---\r\nname: a\r\n---\r\nBody',
  '\uFEFF---\nname: a\n---\nBody',
  '---\nname: a\nwithout an end',
  '---\n\n---\n',
  '---\nname: [a\n---\n',
  '---\na: b: c\n---\n',
  '---\nnumber: 0123\ntime: 1:30\ndate: 2020-01-01\nlist: [a,,b]\n<<: {a: 1}\n---\n',
  '---json\n{"a": 1}\n---\n',
  '---coffee\na: 1\n---\n',
  '---\na: !!js/function "function () {}"\n---\n',
];

describe('the bundled gray-matter', () => {
  for (const text of same) {
    it(`answers ${JSON.stringify(text)} as the package does`, () => {
      assert.deepEqual(answer(bundled, text), answer(original, text));
    });
  }

  for (const fence of ['---js', '---javascript']) {
    it(`runs nothing behind ${fence}`, () => {
      const actual = answer(bundled, `${fence}\n(globalThis.ran = true, {})\n---\n`);
      assert.match(String(actual), /not run/);
      assert.ok(!('ran' in globalThis));
    });
  }
});
