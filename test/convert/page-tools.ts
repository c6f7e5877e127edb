// What the generated page about conversions needs: see scripts/derive/conversion-page.mjs.
export { outlineOf } from '../../server/agent/outline';
export { canConvert, convert } from '../../server/convert/convert';
export { placeInOwnFolder } from '../../server/hosts/model/place';
export { toolPurposes } from '../../server/hosts/model/tool-purposes';
