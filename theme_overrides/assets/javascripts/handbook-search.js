/*
 * The search worker of the handbook: finds a message by its words. Stands in for Material's worker, with its messages:
 *   in  {type: 0, data: {config, docs, options}}   out  {type: 1}                                   the index is ready
 *   in  {type: 2, data: "words typed"}             out  {type: 3, data: {items, suggest}}
 * `items` is a list of pages; a page is a list of hits {location, title, text, score, terms}, the best first, one of
 * them without "#" in its location. Material inserts `title` and `text` as HTML, shows the hits that score as high as
 * the first, and folds the others. `docs` come from handbook/search_index.py: {location, title, text, also?, path?},
 * a page before its sections. Runs as a Worker and, from file://, as a plain script in the iframe-worker shim.
 */
"use strict";

const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;

// ---- Languages ----
// The index brings the words of its language (handbook/english.py) in config.words: stop words, irregular forms after
// the word they are read as, British spelling to American. RULES holds what words cannot. A language in neither is
// folded: case and accents. Index and query pass the same functions, so an odd stem does no harm by itself.

const wordSet = (text) => new Set((text ?? "").split(" "));

// The English (Porter2) stemmer, after the algorithm published at snowballstem.org/algorithms/english.
const WHOLE = wordSet("news only early ugly gently singly idly bias atlas customer");
const DOUBLE = /(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/;
const SHORT_SYLLABLE = /(^|[^aeiouy])[aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/;
const table = (text) => text.split(" ").map((pair) => pair.split(":"));
const ENDINGS = table(
  "ization:ize ational:ate fulness:ful ousness:ous iveness:ive tional:tion biliti:ble lessli:less entli:ent " +
  "ation:ate alism:al aliti:al ousli:ous iviti:ive fulli:ful enci:ence anci:ance abli:able izer:ize ator:ate " +
  "alli:al bli:ble ogist:og ogi:og li:");
const BEFORE = { ogi: /l$/, li: /[cdeghkmnrt]$/ };
const DERIVED = table("ational:ate tional:tion alize:al icate:ic iciti:ic ative: ical:ic ness: ful:");
const SUFFIX_IN_R2 = /(ement|ance|ence|able|ible|ment|ant|ent|ism|ate|iti|ous|ive|ize|al|er|ic|ion)$/;

// Where the region after the first non-vowel that follows a vowel starts.
function region(word, from) {
  const found = /[aeiouy][^aeiouy]/.exec(word.slice(from));
  return found ? from + found.index + 2 : word.length;
}

function regions(word) {
  const known = /^(gener|commun|arsen|past|univers|later|emerg|organ|inter)/.exec(word);
  const r1 = known ? known[0].length : region(word, 0);
  return [r1, region(word, r1)];
}

function stripPlural(word) {
  if (word.endsWith("sses")) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  return /[aeiouy].*[^us]s$/.test(word) && /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

function stripVerbEnding(word, r1) {
  const eed = /eed(ly)?$/.exec(word);
  if (eed) return eed.index >= r1 ? word.slice(0, eed.index + 2) : word;
  const found = /(ed|ing)(ly)?$/.exec(word);
  if (!found || !/[aeiouy]/.test(word.slice(0, found.index))) return word;
  const rest = word.slice(0, found.index);
  if (found[1] === "ing" && /^[^aeiouy]y$/.test(rest)) return rest[0] + "ie";   // dying, lying, tying
  if (/(at|bl|iz)$/.test(rest)) return rest + "e";
  if (DOUBLE.test(rest) && !/^[aeo](.)\1$/.test(rest)) return rest.slice(0, -1);
  return SHORT_SYLLABLE.test(rest) && region(rest, 0) >= rest.length && r1 >= rest.length ? rest + "e" : rest;
}

// Replaces an ending that lies in the region from `r1` ("ative": from `r2`).
function replaceEnding(word, endings, r1, r2) {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const [ending, replacement] = found, rest = word.slice(0, -ending.length);
  const inside = rest.length >= (ending === "ative" ? r2 : r1);
  return inside && (BEFORE[ending] ?? /^/).test(rest) ? rest + replacement : word;
}

function stripSuffix(word, r2) {
  const found = SUFFIX_IN_R2.exec(word);
  if (!found || found.index < r2) return word;
  return found[0] !== "ion" || /[st]$/.test(word.slice(0, found.index)) ? word.slice(0, found.index) : word;
}

function stripFinal(word, r1, r2) {
  const last = word.length - 1;
  if (word[last] === "e" && (last >= r2 || (last >= r1 && !SHORT_SYLLABLE.test(word.slice(0, last)))))
    return word.slice(0, last);
  return word[last] === "l" && last >= r2 && word[last - 1] === "l" ? word.slice(0, last) : word;
}

function porter2(input) {
  if (input.length < 3 || WHOLE.has(input)) return input;
  let word = input.replace(/^y|([aeiouy])y/g, (_, vowel = "") => vowel + "Y");
  const [r1, r2] = regions(word);
  word = stripPlural(word);
  if (/^(inn|out|cann|herr|earr|even)ing$|^(proc|exc|succ)eed$/.test(word)) return word;
  word = stripVerbEnding(word, r1).replace(/(.[^aeiouy])[yY]$/, "$1i");
  word = replaceEnding(word, ENDINGS, r1, r2);
  word = replaceEnding(word, DERIVED, r1, r2);
  return stripFinal(stripSuffix(word, r2), r1, r2).toLowerCase();
}

// Porter2, and "recovery" found with "recover".
function stemEnglish(word) {
  const key = porter2(word);
  return key.length > 5 && key.endsWith("i") ? key.slice(0, -1) : key;
}

const foldArabic = (text) => text.replace(/\u0640/g, "").replace(/\u0649/g, "\u064a").replace(/\u0629/g, "\u0647")
  .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660));

const same = (word) => word;
const RULES = { en: { stem: stemEnglish }, ar: { fold: foldArabic } };

// The rules and the words of one language as functions.
function readLanguage({ lang, words }) {
  const { stem = same, fold = same } = RULES[String(lang?.[0]).slice(0, 2)] ?? {};
  const families = new Map((words?.families ?? "").split("|").flatMap((group) => {
    const [head, ...forms] = group.split(" ");
    return forms.map((form) => [form, head]);
  }));
  const spelling = (words?.spelling ?? []).map(([from, to]) => [new RegExp(from), to]);
  const spell = (word) => {
    const rule = spelling.find(([from]) => from.test(word));
    return rule ? word.replace(...rule) : word;
  };
  const key = (word) => {
    const plain = word.replace(/'s?$|'(?=.)/g, "");
    return stem(spell(families.get(plain) ?? plain));
  };
  return { stem: key, spell, fold, stop: wordSet(words?.stop) };
}

// ---- Words ----

const WORD = /\d+(?:[.,]\d+)*|[\p{L}\p{N}\p{M}]+(?:['\u2019][\p{L}\p{M}]+)*/gu;
const HYPHEN = /[-\u2010\u2011]/;

// Reads words for one language, each only once: a handbook uses few different ones.
function makeReader(language) {
  const known = new Map();
  const read = (raw) => {
    let word = raw.toLowerCase();
    if (/[^a-z0-9]/.test(word))
      word = language.fold(word.normalize("NFKD").replace(/\p{M}/gu, "").replace(/\u2019/g, "'"))
        .replace(/,(?=\d{3}(?!\d))/g, "");
    const entry = { word, stem: language.stem(word), stop: language.stop.has(word), posting: null };
    known.set(raw, entry);
    return entry;
  };
  return (raw) => known.get(raw) ?? read(raw);
}

// Calls visit(entry, start, end, joined) for each word; `joined` is "checkin" at the second half of "check-in".
function eachWord(text, read, visit) {
  let before = null, ended = -1;
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const entry = read(found[0]), start = found.index;
    const joined = start === ended + 1 && HYPHEN.test(text[ended]) ? read(before.word + entry.word) : null;
    ended = WORD.lastIndex;
    visit(entry, start, ended, joined);
    before = entry;
  }
}

// The words of a text with their places.
function tokenize(text, read) {
  const tokens = [];
  eachWord(text, read, ({ word, stem, stop }, start, end, joined) =>
    tokens.push({ word, stem, stop, start, end, joined }));
  return tokens;
}

const SIGNS = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };
const ENTITIES = { "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" };
const unescape = (text = "") => text.replace(/&(?:lt|gt|amp);/g, (entity) => SIGNS[entity]);
const escape = (text) => text.replace(/[<>&"]/g, (sign) => ENTITIES[sign]);

// ---- Index ----
// A posting is a flat list [doc, counts, doc, counts, …]; `counts` holds four counts of seven bits, one per field.

const FIELDS = ["title", "also", "path", "text"];
const WEIGHT = [7, 4, 1.5, 2], PAGE_TITLE = 9, SATURATION = 1.2, LENGTH_NORM = [0.75, 0.3, 0.5, 0.6];

function readDocs(docs) {
  const pages = new Map();
  return docs.map(({ location, title, text, also, path }, id) => {
    const page = location.split("#")[0], parent = pages.get(page) ?? id, isPage = parent === id;
    pages.set(page, parent);
    const above = isPage ? "" : docs[parent].title + "\n";
    return { location, title: unescape(title), text: unescape(text), also: unescape(also),
      path: unescape(above + (path ?? "")), parent, isPage };
  });
}

function count(index, entry, doc, shift) {
  if (!entry.posting) {
    index.words.set(entry.word, entry.stem);
    entry.posting = index.postings.get(entry.stem) ?? [];
    index.postings.set(entry.stem, entry.posting);
  }
  const { posting } = entry, last = posting.length - 1;
  if (posting[last - 1] !== doc) posting.push(doc, 1 << shift);
  else if ((posting[last] >>> shift & 127) < 127) posting[last] += 1 << shift;
}

function addField(index, doc, field) {
  let length = 0;
  eachWord(index.docs[doc][FIELDS[field]], index.read, (entry, _start, _end, joined) => {
    length++;
    count(index, entry, doc, 7 * field);
    if (joined) count(index, joined, doc, 7 * field);
  });
  index.lengths[field][doc] = length;
}

function buildIndex({ config, docs }) {
  const language = readLanguage(config);
  const index = { docs: readDocs(docs), language, read: makeReader(language), postings: new Map(), words: new Map(),
    lengths: FIELDS.map(() => new Uint32Array(docs.length)) };
  for (let doc = 0; doc < docs.length; doc++)
    for (let field = 0; field < FIELDS.length; field++) addField(index, doc, field);
  weigh(index);
  index.sorted = [...index.words.keys()].sort();
  index.synonyms = readSynonyms(config.synonyms ?? {}, index.read);
  return index;
}

// What one field's count is worth in each document: long fields saturate later, page titles weigh most.
function weigh(index) {
  index.norms = index.lengths.map((lengths, field) => {
    const average = lengths.reduce((a, b) => a + b, 0) / (lengths.length || 1) || 1, part = LENGTH_NORM[field];
    return Float64Array.from(lengths, (length) => SATURATION * (1 - part + part * length / average));
  });
  index.weights = WEIGHT.map((weight, field) =>
    Float64Array.from(index.docs, (doc) => field === 0 && doc.isPage ? PAGE_TITLE : weight));
}

// {"money back": ["refund"]} as "money back" in stems -> [["refund"]]; both ends may have several words.
function readSynonyms(table, read) {
  const stems = (text) => tokenize(text, read).map((token) => token.stem);
  return Object.entries(table).map(([from, to]) => [stems(from), to.map(stems)]).filter(([from]) => from.length);
}

// ---- What a typed word may stand for ----

let older = new Uint8Array(64), old = new Uint8Array(64), row = new Uint8Array(64);

// Edits between two words (a swap of neighbours is one), or of `a` against the best beginning of `b`.
function edits(a, b, limit, prefix) {
  if (a.length - b.length > limit || (!prefix && b.length - a.length > limit) || a.length > 40) return limit + 1;
  const width = Math.min(b.length, a.length + limit);
  let least = 0;
  for (let j = 0; j <= width; j++) row[j] = j;
  for (let i = 1; i <= a.length && least <= limit; i++) {
    [older, old, row] = [old, row, older];
    least = row[0] = i;
    for (let j = 1; j <= width; j++) {
      let cost = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, older[j - 2] + 1);
      row[j] = cost;
      if (cost < least) least = cost;
    }
  }
  return prefix || least > limit ? least : row[width];
}

function offer(choices, stem, weight) {
  if (weight > (choices.get(stem) ?? 0)) choices.set(stem, weight);
}

// Words that begin with `start`, the commonest first.
function beginningWith(index, start) {
  const { sorted } = index, found = [];
  let low = 0;
  for (let high = sorted.length, middle; low < high;) {
    middle = low + high >> 1;
    if (sorted[middle] < start) low = middle + 1; else high = middle;
  }
  for (; sorted[low]?.startsWith(start); low++) found.push(sorted[low]);
  const spread = (word) => index.postings.get(index.words.get(word)).length;
  return found.sort((a, b) => spread(b) - spread(a) || (a < b ? -1 : 1)).slice(0, 48);
}

function addBeginnings(index, choices, start, factor) {
  for (const word of beginningWith(index, start))
    offer(choices, index.words.get(word), factor * (0.4 + 0.4 * start.length / word.length));
}

// The letters of a word as bits; a word lacking more of them than edits are allowed is out.
const letters = (word) => [...word].reduce((bits, letter) => bits | 1 << letter.charCodeAt(0), 0);

const bitCount = (bits) => bits && 1 + bitCount(bits & bits - 1);

// Words as near to the typed one as any: one edit from four letters on, two from eight.
function addTypos(index, choices, token, unfinished) {
  const { spell } = index.language, typed = spell(token.word), bits = letters(typed);
  let best = typed.length < 4 || /\d/.test(typed) ? 0 : typed.length < 8 ? 1 : 2, near = [];
  index.spelled ??= [...index.words].map(([word, stem]) => [spell(word), stem, letters(spell(word))]);
  for (const [word, stem, held] of best ? index.spelled : []) {
    if (bitCount(bits & ~held) > best) continue;
    const longer = unfinished && word.length > typed.length, whole = edits(typed, word, best, longer);
    const distance = whole <= best ? whole : edits(token.stem, stem, best, false);
    if (distance > best) continue;
    if (distance < best) [best, near] = [distance, []];
    near.push([stem, (word[0] === typed[0] ? 0.36 : 0.24) / (longer ? 1.5 : 1) / (best || 1)]);
  }
  for (const [stem, weight] of near.slice(0, 24)) offer(choices, stem, weight);
}

// All stems a query word may stand for, weighted up to 1: itself, its completions, else typos.
function choicesFor(index, tokens, at, unfinished) {
  const token = tokens[at], choices = new Map();
  if (index.postings.has(token.stem)) choices.set(token.stem, 1);
  for (const pair of [tokens.slice(at - 1, at + 1), tokens.slice(at, at + 2)]) {
    const joined = pair.length === 2 && index.read(pair[0].word + pair[1].word);
    if (joined && index.words.has(joined.word)) choices.set(joined.stem, 1);
  }
  const known = choices.size > 0;
  if (unfinished) addBeginnings(index, choices, token.word, known ? 0.3 : 1);
  if (!choices.size && token.stem.length > 3) addBeginnings(index, choices, token.stem, 0.7);
  if (!choices.size) addTypos(index, choices, token, unfinished);
  return choices;
}

// Adds the preferred words for an avoided word or phrase, at a little less than full weight.
function addSynonyms(index, tokens, words) {
  for (const [from, targets] of index.synonyms)
    for (let at = 0; at + from.length <= tokens.length; at++) {
      if (!from.every((stem, i) => tokens[at + i].stem === stem)) continue;
      const covered = words.filter((word) => word.at >= at && word.at < at + from.length);
      for (const stem of targets.flat())
        if (index.postings.has(stem)) for (const word of covered) offer(word.choices, stem, 0.8);
    }
}

// The query as words that count: stop words are left out unless there is nothing else.
function readQuery(index, query) {
  const tokens = tokenize(query.slice(0, 300), index.read).slice(0, 30);
  const last = tokens.length - 1, typing = tokens[last]?.end === query.length;
  const places = [...tokens.keys()], content = places.filter((at) => !tokens[at].stop);
  const fresh = (at, i, all) => all.findIndex((other) => tokens[other].word === tokens[at].word) === i;
  const words = (content.length ? content : places).filter(fresh).map((at) =>
    ({ at, word: tokens[at].word, choices: choicesFor(index, tokens, at, typing && at === last) }));
  addSynonyms(index, tokens, words);
  const answers = new Map();   // from each stem to the numbers of the query words it answers
  words.forEach(({ choices }, i) => {
    for (const stem of choices.keys()) answers.set(stem, [...answers.get(stem) ?? [], i]);
  });
  return { tokens, words, answers };
}

// ---- Ranking ----

const KEEP = 60;
const byScore = (a, b) => b.score - a.score || a.doc - b.doc;

// Best score of one query word in each document, and in how many it is.
function wordScores(index, choices) {
  const scores = new Float64Array(index.docs.length);
  let spread = 0;
  for (const [stem, weight] of choices) {
    const posting = index.postings.get(stem);
    for (let i = 0; i < posting.length; i += 2) {
      const doc = posting[i], counts = posting[i + 1];
      let score = 0;
      for (let field = 0; field < FIELDS.length; field++) {
        const times = counts >>> 7 * field & 127;
        if (times) score += index.weights[field][doc] * times / (times + index.norms[field][doc]);
      }
      if (!scores[doc]) spread++;
      scores[doc] = Math.max(scores[doc], weight * score);
    }
  }
  return { scores, spread };
}

// Scores every document by the words found, the rare ones most; `cover` is the share of the query found.
function candidates(index, words) {
  const size = index.docs.length, score = new Float64Array(size), mask = new Uint32Array(size), rarity = [];
  words.forEach(({ choices }, i) => {
    const { scores, spread } = wordScores(index, choices);
    rarity[i] = spread && Math.log(1 + (size - spread + 0.5) / (spread + 0.5)) + 0.3;
    for (let doc = 0; doc < size; doc++)
      if (scores[doc]) [score[doc], mask[doc]] = [score[doc] + rarity[i] * scores[doc], mask[doc] | 1 << i];
  });
  return { score, mask, cover: addCover(index, score, mask, rarity) };
}

// Weighs each score by the share of the query found; words found elsewhere on the page count a little.
function addCover(index, score, mask, rarity) {
  const sum = (bits) => rarity.reduce((total, value, i) => total + (bits >>> i & 1) * value, 0);
  const all = sum(-1) || 1, share = (bits) => sum(bits) / all;
  const page = new Uint32Array(mask.length), cover = new Float64Array(mask.length);
  index.docs.forEach(({ parent }, doc) => { page[parent] |= mask[doc]; });
  index.docs.forEach(({ parent }, doc) => {
    if (!mask[doc]) return;
    cover[doc] = share(mask[doc]);
    score[doc] *= (0.75 * cover[doc] + 0.25 * share(page[parent])) ** 2;
  });
  return cover;
}

// The documents worth reading again: with enough of the query, and a high score.
function promising(index, words) {
  const { score, mask, cover } = candidates(index, words);
  const enough = 0.5 * cover.reduce((most, value) => Math.max(most, value), 0);
  const high = score.slice().sort().at(-KEEP) ?? 0;
  return index.docs.flatMap((_, doc) => mask[doc] && cover[doc] >= enough && score[doc] >= high
    ? [{ doc, mask: mask[doc], cover: cover[doc], score: score[doc] }] : []).sort(byScore).slice(0, KEEP);
}

// Up to 1 when the words stand together in the text, and 1 more when they stand as they were typed.
function closeness(tokens, query, places) {
  const { words } = query;
  if (words.length < 2) return 0;
  let best = 0;
  const last = new Map();
  tokens.forEach((_, at) => {
    for (const word of places[at]) last.set(word, at);
    if (!places[at].length || last.size < 2) return;
    const span = at - Math.min(...last.values()) + 1;
    best = Math.max(best, last.size / words.length * Math.min(1, last.size / span + (span <= 6 ? 0.2 : 0)));
  });
  const typed = query.tokens.map((token) => token.stem);
  const asTyped = tokens.some((_, at) => typed.every((stem, i) => tokens[at + i]?.stem === stem));
  return best + (asTyped ? 1 : 0);
}

const NOWHERE = [];

// For each token the numbers of the query words it answers.
const placesIn = (tokens, answers) => tokens.map(({ stem, joined }) =>
  answers.get(stem) ?? (joined && answers.get(joined.stem)) ?? NOWHERE);

// 1 when every word that counts in a title was asked for, less when only some were.
function titleShare(text, index, query) {
  const counting = tokenize(text, index.read).filter((token) => !token.stop);
  return counting.filter(({ stem }) => query.answers.has(stem)).length / (counting.length || 1);
}

// Refines the score of a promising document by reading it again, and keeps its words for the excerpt.
function refine(index, hit, query) {
  const doc = index.docs[hit.doc], names = [doc.title, ...doc.also.split(/[,;\n]+/)];
  let near = 0, exact = 0;
  for (const field of ["title", "also", "text"]) {
    const tokens = tokenize(doc[field], index.read), places = placesIn(tokens, query.answers);
    near = Math.max(near, closeness(tokens, query, places) * (field === "text" ? 0.7 : 1));
    exact += query.words.filter(({ word }) => tokens.some((token) => token.word === word)).length;
    hit[field] = { tokens, places };
  }
  const named = Math.max(...names.map((name) => titleShare(name, index, query)));
  const wording = Math.min(1, exact / query.words.length);
  hit.score *= (1 + 0.35 * near) * (1 + 0.4 * named * named * hit.cover) * (1 + 0.08 * wording);
  return hit;
}

// ---- Results ----

const PAGES = 40, EXCERPT = 32;

// The text from `from` to `to` as HTML, with the tokens that answer the query marked.
function mark(text, { tokens, places }, from, to) {
  let html = "", done = from;
  tokens.forEach((token, at) => {
    if (!places[at].length || token.start < from || token.end > to) return;
    html += escape(text.slice(done, token.start)) + "<mark>" + escape(text.slice(token.start, token.end)) + "</mark>";
    done = token.end;
  });
  return html + escape(text.slice(done, to));
}

// The number of the token the excerpt starts with: the window with most of the query's words.
function bestWindow({ tokens, places }) {
  let best = 0, most = 0;
  places.forEach((words, at) => {
    if (!words.length) return;
    const seen = new Set(places.slice(at, at + EXCERPT - 6).flat());
    if (seen.size > most) [best, most] = [at, seen.size];
  });
  return best < EXCERPT - 6 || tokens.length <= EXCERPT ? 0 : best - 6;
}

function excerpt(text, read) {
  const { tokens } = read;
  if (!tokens.length) return escape(text);
  const first = bestWindow(read), last = first + EXCERPT - 1;
  const from = first ? tokens[first].start : 0, to = last < tokens.length - 1 ? tokens[last].end : text.length;
  const html = mark(text, read, from, to).replace(/([.!?:;,\u2026\u061f])\n/g, "$1 ").replace(/\n/g, " \u00b7 ");
  return `<p>${from ? "\u2026 " : ""}${html}${to < text.length ? " \u2026" : ""}</p>`;
}

// {word: found?}: found words as the page spells them, for highlighting; missing ones as typed.
function termsOf(hit, words) {
  const terms = {};
  words.forEach(({ word }, i) => {
    const at = hit.text.places.findIndex((list) => list.includes(i));
    const found = (hit.mask >>> i & 1) === 1;
    terms[found && at >= 0 ? hit.text.tokens[at].word : word] = found;
  });
  return terms;
}

function toItem(index, hit, words) {
  const { location, title, text } = index.docs[hit.doc];
  return { location, title: mark(title, hit.title, 0, title.length), text: excerpt(text, hit.text),
    score: hit.score, terms: termsOf(hit, words) };
}

// Sections nearly as good as the best of their page share its score, so Material shows them too.
function showRunnersUp(page, [best, ...others]) {
  for (const hit of others.slice(0, 3))
    if (hit.doc !== page && best.doc !== page && hit.score >= 0.8 * best.score) hit.score = best.score;
}

// The hits page by page. A page that is no hit itself is added to its sections, since Material needs it.
function toItems(index, hits, words) {
  const pages = new Map();
  for (const hit of hits) {
    const page = index.docs[hit.doc].parent;
    pages.set(page, [...pages.get(page) ?? [], hit]);
  }
  return [...pages].slice(0, PAGES).map(([page, list]) => {
    showRunnersUp(page, list);
    const items = list.map((hit) => toItem(index, hit, words)), { location, title } = index.docs[page];
    return list.some((hit) => hit.doc === page) ? items
      : [...items, { location, title: escape(title), text: "", score: 0, terms: {} }];
  });
}

// The word being typed, completed in the typed spelling, as Material expects it.
function suggestion(index, query) {
  const typed = /[\p{L}\p{N}]+$/u.exec(query);
  const word = typed && beginningWith(index, index.read(typed[0]).word).find((one) => one.length > typed[0].length);
  return word ? [typed[0] + word.slice(typed[0].length)] : [];
}

// Answers one query.
function search(index, options, text) {
  const query = readQuery(index, text);
  const refined = promising(index, query.words).map((hit) => refine(index, hit, query)).sort(byScore);
  const data = { items: toItems(index, refined, query.words) };
  return options?.suggest ? { ...data, suggest: suggestion(index, text) } : data;
}

// ---- Messages ----

let index = null, options = null;

function answer({ type, data }) {
  if (type === SETUP) {
    options = data.options;
    index = buildIndex(data);
    return { type: READY };
  }
  if (type !== QUERY) throw new TypeError("Invalid message type");
  return { type: RESULT, data: search(index, options, String(data)) };
}

addEventListener("message", (event) => postMessage(answer(event.data)));
