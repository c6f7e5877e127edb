// What each command runs, and when.

/**
 * The words of one process each: a part, and the files that it is limited to. A stage begins when the one before has ended.
 * In a stage, each lane runs one process after the other, next to the other lane. Next to `windows`, `processor` runs at a low
 * priority: a window that gets no processor for some seconds loses its connection, misses files and takes keys late.
 */
export const plans = {
  /** `npm test`: no window. `unit` uses a process for each core; `layers` reads the bundles. */
  quick: [{ processor: [['unit']], checks: [['checks'], ['build'], ['layers']] }],

  /** `npm run precommit`. */
  changed: [{ processor: [['affected']], checks: [['checks'], ['build'], ['layers']] }],

  /**
   * `npm run test:all`: what `npm test` does not run. `start` builds as well, and nothing may use the bundles meanwhile. It also installs the VS Code that all others use. What talks to
   * other editors, or compares durations, comes last and alone.
   */
  rest: [
    { windows: [['build', 'start']] },
    {
      processor: [['full'], ['typing']],
      windows: [
        ['editor', 'page/'],
        ['editor', 'suite/', 'corpus/'],
        ['package'],
        ['web'],
        ['oldest'],
      ],
    },
    { processor: [['clients'], ['ci'], ['speed']] },
  ],
};

/**
 * Only run when they are named. Measurements need a quiet machine; a part of what the two others do is done by another
 * part.
 */
export const onlyNamed = ['bench', 'preview-cost', 'activation', 'beside-corpus', 'walk'];
