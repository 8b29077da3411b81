/** What stands around the text of a report: alternatives of regular expressions. */
export const pagePhrasesEn = {
  /** Before an agency that the text draws on: "TOLD Reuters". */
  creditLeads: ['with', 'by', 'via', 'told', 'tells', 'to', 'from', 'at', 'source ?:'],
  creditArticles: ['the '],
  /** Behind these an agency is credited for a picture. */
  pictures: ['picture', 'photo', 'image', 'video', 'credit', 'getty'],
  /** A sentence that begins with these is the text of a picture. */
  captionStarts: [
    String.raw`(?:file |stock |handout )?(?:picture|photo|image|photograph|pic)(?: credit| by| courtesy)?s?\s*[:|/©]`,
    'photo (?:by|credit|courtesy)',
    String.raw`caption\s*:`,
    'file (?:photo|picture|image)',
    String.raw`illustration\s*[:.]`,
  ],
  /** The same wherever they stand. */
  captionMarks: [
    String.raw`\b(?:picture|photo|image|photograph)\s?:`,
    String.raw`\((?:photo|picture|image) (?:by|:)`,
    String.raw`\bphoto by\b`,
    String.raw`\bafp via getty`,
    String.raw`\bgetty images\b`,
    String.raw`\bap photo\b`,
    String.raw`\bafp photo\b`,
    String.raw`\bfile (?:photo|picture|image)\b`,
    String.raw`\breuters\/\p{Lu}`,
    String.raw`\[(?:file|photo)\b[^\]]{0,20}[:\]]`,
    String.raw`\bphoto\/(?:afp|ap|dr|reuters)`,
  ],
  /** What every mark of a caption holds: most sentences have none of it and need no closer look. */
  captionHints: ['phot', 'pict', 'imag', 'getty', 'reuters', String.raw`\[file`],
  /** Links to other stories: "Read also". */
  linkStarts: [
    String.raw`read(?: more| also| next)?\s*[:|–]`,
    String.raw`read (?:more|also|next|the full)\b`,
    String.raw`(?:also|more) read\b`,
    String.raw`also read\b`,
    String.raw`see also\b`,
    String.raw`see more\b`,
    String.raw`watch(?: live| also| now)?\s*[:|]`,
    String.raw`listen(?: to| also| now)?\s*[:|]`,
    String.raw`related(?: (?:articles?|stor(?:y|ies)|news|topics?|content|posts?))?\s*(?::|$)`,
    String.raw`more on\b[^.]{0,60}$`,
    String.raw`more (?:stories|news|from)\b`,
    String.raw`recommended(?: stories| reading)?\s*(?::|$)`,
    String.raw`click here\b`,
    String.raw`follow us\b`,
    String.raw`subscribe\b`,
    String.raw`sign up\b`,
    String.raw`download (?:our|the)\b`,
    String.raw`join (?:our|us on)\b`,
    String.raw`advertisement\b`,
    'you (?:may|might) also (?:like|read)',
    String.raw`editor['’]s picks?\b`,
    String.raw`don['’]t miss\b\s*:`,
    String.raw`share (?:this|on)\b`,
    String.raw`podcast\s*[:|]`,
  ],
  /** The same in capitals only. */
  linkShouts: ['READ'],
  /** Who wrote and who owns the text. */
  creditStarts: [
    String.raw`(?:additional |with )?reporting by\b`,
    String.raw`report by\b`,
    String.raw`writing by\b`,
    String.raw`written by\b`,
    String.raw`edit(?:ed|ing) by\b`,
    String.raw`compiled by\b`,
    String.raw`translated by\b`,
    String.raw`with (?:afp|reuters|ap|agencies|agency reports)\b[^.]{0,40}\.?\)?$`,
    String.raw`sources?\s*:\s*\p{L}`,
    String.raw`(?:first )?published\s*(?:on|at|:|\d)`,
    String.raw`(?:last )?updated\s*(?:on|at|:|\d)`,
    String.raw`posted (?:on|by)\b`,
    String.raw`copyright\b`,
    '©',
    'all rights reserved',
    String.raw`our standards\b`,
  ],
  /** "By Jane Doe", as written. */
  bylineStarts: ['By', 'BY'],
  /** Between the names of a byline. */
  bylineJoints: ['and', 'in', 'for'],
  /** A line with nothing but one of these says who had the text. */
  agencies: ['afp', 'reuters', 'ap', 'acp', 'xinhua', 'rfi', 'bbc'],
  /** Before a year: who owns a picture. */
  rights: [String.raw`\(c\)`],
  /** How the months of a dateline begin. */
  months: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'],
};
