/** Steps that the parser may lose on tags without an end: some tenths of a second. */
const mostLostSteps = 50_000_000;

/**
 * True where reading a text as XML could take hours. From each `<` the parser looks for the `>` outside quotation
 * marks that ends the tag, and where there is none, it does so up to the end of the text. Read backwards, one pass
 * tells how many steps that is in all.
 */
export function hasTooManyOpenTags(xml: string): boolean {
  // Does a tag that stands open here find its end: outside of an attribute, within " and within '?
  let plain = false;
  let inDouble = false;
  let inSingle = false;
  let lostSteps = 0;
  for (let at = xml.length - 1; at >= 0; at--) {
    const char = xml.charCodeAt(at);
    if (char === 0x3e) plain = true;
    else if (char === 0x22) [plain, inDouble] = [inDouble, plain];
    else if (char === 0x27) [plain, inSingle] = [inSingle, plain];
    else if (char === 0x3c && !plain) {
      lostSteps += xml.length - at;
      if (lostSteps > mostLostSteps) return true;
    }
  }
  return false;
}
