// Prints data/lexicon/person_names.tsv: given and family names of all locales of @faker-js/faker in Latin script.
//   npm pack @faker-js/faker && tar xzf faker-js-faker-*.tgz
//   node build_person_names.mjs package/dist/index.js > data/lexicon/person_names.tsv
// Kinds: a given name, b family name.
import { pathToFileURL } from "node:url";
const { allLocales } = await import(pathToFileURL(process.argv[2]));

const kinds = new Map();
function add(kind, names) {
  for (const name of names ?? []) {
    const word = name.trim().replaceAll("’", "'").toLowerCase();
    if (!/^[\p{Script=Latin}'\- ]{2,}$/u.test(word) || word.split(" ").length > 3) continue;
    if (!kinds.has(word)) kinds.set(word, new Set());
    kinds.get(word).add(kind);
    // Wire copy often drops accents.
    const plain = word.normalize("NFD").replace(/\p{Mark}/gu, "").replaceAll("ı", "i").replaceAll("ł", "l").replaceAll("ø", "o");
    if (!kinds.has(plain)) kinds.set(plain, new Set());
    kinds.get(plain).add(kind);
  }
}
function all(entry) {
  if (!entry) return [];
  return Array.isArray(entry) ? entry : Object.values(entry).filter(Array.isArray).flat();
}
for (const locale of Object.values(allLocales)) {
  add("a", all(locale.person?.first_name));
  add("b", all(locale.person?.last_name));
}
console.log("# Given and family names of many regions, as features of the name tagger; in lower case, with and without accents.");
console.log("# Source: npm package @faker-js/faker, all locales in Latin script (tools/build_person_names.mjs). Licence: MIT.");
console.log("# Columns: name; kinds: a given name, b family name");
const sorted = [...kinds].sort((x, y) => Buffer.compare(Buffer.from(x[0]), Buffer.from(y[0])));
for (const [word, found] of sorted) console.log(word + "\t" + [...found].sort().join(""));
