// Regular expressions that could take super-linear time, with the reason why their texts are short or not hostile.
export const bounded = {
  '/,(?![^(]*\\))/': 'an argument of the command line, which the user types',
  '/^(?:\\.\\/+)+|(?<=.)\\/+$/g': 'an argument of the command line, which the user types',
  '/\\B(?=(?:\\d{3})+$)/g': 'the digits of a number',
  '/[^*{}/]*$/': 'a glob that a host declares',
  '/[ \\n]*(?:"(?:[^"\\\\\\n]|\\\\[^\\n])*"|\'[^\'\\n]*\')[ \\n]*/':
    'a part of expressions that match at one position; those are checked',
};
