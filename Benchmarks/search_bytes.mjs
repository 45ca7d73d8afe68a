// How much a search reads before it shows its first result, over many queries of a built site.
//
//     node Benchmarks/search_bytes.mjs SITE [QUERIES]
//
// Runs the site's own assets/search.js on its own search/ files: single words from the commonest to the rarest, names,
// three words, three of which one is not known, slips in names, and beginnings of words. Prints for each sort the
// median and the most bytes read before the first result, and the time; exits with 1 where the most is above 150,000.
import fs from "node:fs";
import vm from "node:vm";

const [site, count = "200"] = process.argv.slice(2);
const most = 150_000;
const texts = new Map();
const shard = (name) => {
  if (!texts.has(name)) {
    let text = "";
    let source = "";
    try { source = fs.readFileSync(`${site}/search/${name}.js`, "utf8"); } catch { /* not there */ }
    vm.runInNewContext(source, { dossier: { shard: (_, given) => { text = given; } } });
    texts.set(name, { text, bytes: Buffer.byteLength(source) });
  }
  return texts.get(name);
};

const context = vm.createContext({ dossier: {}, document: { getElementById: () => null }, addEventListener: () => {}, console,
  Worker: class { constructor() { throw new Error(); } } });
vm.runInContext(fs.readFileSync(`${site}/assets/search.js`, "utf8"), context);

/* A fresh engine for each query, as a reader's first has nothing yet. */
const search = async (query) => {
  let bytes = 0;
  let first = null;
  const asked = new Set();
  const engine = context.dossier.searchEngine(async (name) => {
    const found = shard(name);
    if (!asked.has(name)) bytes += found.bytes;
    asked.add(name);
    return found.text;
  });
  const start = performance.now();
  const tell = (told) => {
    const total = told.shown ? Object.values(told.shown).flat().length : 0;
    if (first === null && total) first = { bytes, time: performance.now() - start };
  };
  const tools = { record: () => null, place: () => 0 };
  await engine.find(query, { filter: {}, limits: { names: 5, lines: 5, texts: 10 }, tools, tell, isCurrent: () => true });
  return first ?? { bytes, time: performance.now() - start, isEmpty: true };
};

/* The site's words: all of them, and those of names. */
const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const words = [];
for (let number = 0; fs.existsSync(`${site}/search/words-${number}.js`); number++) {
  let last = "";
  for (const row of shard(`words-${number}`).text.trimEnd().split("\n")) {
    const [coded, , more = "", names = ""] = row.split(" ");
    last = last.slice(0, digits.indexOf(coded[0])) + coded.slice(1);
    words.push({ word: last, size: row.length, isCommon: more !== "", isName: names !== "" });
  }
}
let state = 1;
const chance = (limit) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % limit;
};
const pick = (list) => list[chance(list.length)].word;
const common = words.filter(({ isCommon }) => isCommon);
const names = words.filter(({ isName, word }) => isName && word.length > 4);
const slip = (word) => {
  const at = 1 + chance(word.length - 2);
  return word.slice(0, at) + (word[at] === "q" ? "x" : "q") + word.slice(at + 1);
};
const sorts = {
  "a common word": () => `${pick(common)} `,
  "any word": () => `${pick(words)} `,
  "a name": () => `${pick(names)} ${pick(names)} `,
  "three common words": () => `${pick(common)} ${pick(common)} ${pick(common)} `,
  "three words, one not known": () => `${pick(common)} ${slip(pick(words.filter(({ word }) => word.length > 3)))} ${pick(names)} `,
  "a slip in a name": () => `${slip(pick(names))} `,
  "beginnings of a word": () => pick(names).slice(0, 2 + chance(3)),
};
console.log(`${words.length} words, ${common.length} common, ${names.length} of names; head ${shard("head").bytes} bytes`);
let worst = 0;
for (const [name, query] of Object.entries(sorts)) {
  const found = [];
  for (let number = 0; number < Number(count); number++) found.push(await search(query()));
  const sizes = found.map(({ bytes }) => bytes).sort((one, two) => one - two);
  const times = found.map(({ time }) => time).sort((one, two) => one - two);
  worst = Math.max(worst, sizes.at(-1));
  const empty = found.filter(({ isEmpty }) => isEmpty).length;
  console.log(`${name}: median ${sizes[sizes.length >> 1]}, most ${sizes.at(-1)} bytes; median ${
    times[times.length >> 1].toFixed(1)}, most ${times.at(-1).toFixed(1)} ms${empty ? `; ${empty} without a result` : ""}`);
}
process.exit(worst > most ? 1 : 0);
