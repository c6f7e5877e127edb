// What `npm test` runs, and when.

/**
 * The words of one process each: a part, and the files that it is limited to. A stage begins when the one before has ended.
 * In a stage, `processor` runs one after the other, next to two of `windows`, which wait for a part of their time.
 *
 * `start` builds as well, and nothing may use the bundles meanwhile. It also installs the VS Code that all others use.
 */
export const stages = [
  { processor: [['checks']], windows: [['build', 'start']] },
  {
    processor: [['hosts'], ['unit'], ['layers'], ['typing'], ['clients'], ['ci'], ['speed']],
    windows: [
      ['editor', 'page/'],
      ['editor', 'suite/', 'corpus/'],
      ['package'],
      ['web'],
      ['oldest'],
    ],
  },
];

/**
 * Only run when they are named. Measurements need a quiet machine; a part of what the two others do is done by another
 * part.
 */
export const onlyNamed = ['bench', 'preview-cost', 'activation', 'beside-corpus', 'walk'];
