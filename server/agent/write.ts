// Writers that edit a frontmatter and keep its style, comments, order and line breaks. All give edits; none
// touches a line that it is not about. Where a writer does not know how, it gives no edit.
export { flowScalar, isSafePlain, type ScalarStyle, scalar } from './scalar';
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
