// What `npm test` runs, and when.

/**
 * The words of one process each: a part, and the files that it is limited to. A stage begins when the one before has ended.
 * In a stage, `windows` run one after the other. Next to them `processor` runs, one after the other, at a low priority: a window
 * that gets no processor for some seconds loses its connection, misses files and takes keys late.
 *
 * `start` builds as well, and nothing may use the bundles meanwhile. It also installs the VS Code that all others use. What
 * talks to other editors, or compares durations, comes last and alone.
 */
export const stages = [
  { processor: [['checks']], windows: [['build', 'start']] },
  {
    processor: [['hosts'], ['unit'], ['layers'], ['typing']],
    windows: [
      ['editor', 'page/'],
      ['editor', 'suite/', 'corpus/'],
      ['package'],
      ['web'],
      ['oldest'],
    ],
  },
  { processor: [['clients'], ['ci'], ['speed']], windows: [] },
];

/**
 * Only run when they are named. Measurements need a quiet machine; a part of what the two others do is done by another
 * part.
 */
export const onlyNamed = ['bench', 'preview-cost', 'activation', 'beside-corpus', 'walk'];
