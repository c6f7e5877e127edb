// Functions that edit a frontmatter and keep its style, comments, order and line breaks. All return edits that change only the
// affected lines, or no edits where the change is not possible.
export { flowScalar, isSafePlain, type ScalarStyle, scalar } from '../yaml/scalar';
export { closeFence, insertField, insertFrontmatter, removeField, renameKey } from './write-fields';
export {
  addItem,
  removeItem,
  removeName,
  replaceName,
  toCommaText,
  toList,
  toMap,
} from './write-lists';
export { foldIntoBlock, quoteValue, replaceScalar } from './write-values';
