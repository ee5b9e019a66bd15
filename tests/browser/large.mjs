// Writes a graph of 5,000 claims on 1,000 questions; always the same one. Usage: node large.mjs FOLDER
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [MEASURES, PLACES, SOURCES, ACTORS, EACH] = [250, 4, 200, 40, 5];
const folder = process.argv[2];
const numbers = (count) => [...Array(count).keys()];
const write = (name, text) => writeFileSync(join(folder, name), text);

// Numbers that look random and are not (the generator of Park and Miller).
let state = 20220921;
const random = (below) => {
  state = (state * 48271) % 2147483647;
  return state % below;
};
const NOUNS = ["arrivals", "departures", "permits", "wages", "dwellings", "patients", "pupils", "ferries", "orchards", "loans"];
const KINDS = ["registered", "reported", "expected", "seasonal", "annual", "foreign", "rural", "urban", "first-time", "returning", "temporary", "permanent", "private", "public", "monthly", "northern", "southern", "eastern", "western", "coastal", "insured", "delayed", "planned", "cancelled", "counted"];
const HEDGES = ["Bare", "About", "Almost", "MoreThan", "AtLeast", "UpTo", "Exactly", "JustOver"];
const measure = (at) => `${KINDS[Math.floor(at / 10)]} ${NOUNS[at % 10]}`;
const id = (text) => text.replaceAll(" ", "-");

mkdirSync(join(folder, "claims"), { recursive: true });
write("graph.ron", '(title: "A graph of 5,000 claims", format: 1)\n');
write("events.ron", "[]\n");
write("propositions.ron", "[]\n");
write("populations.ron", '[(id: "residents", name: "residents")]\n');
write("places.ron", `[(id: "region", name: "the region"),\n${numbers(PLACES).map((at) => `(id: "district-${at}", name: "District ${at}", part_of: ["region"]),\n`).join("")}]\n`);
write("measures.ron", `(measures: [\n${numbers(MEASURES).map((at) =>
  `(id: "${id(measure(at))}", name: "${measure(at)}", basis: Stock, unit: "count", counts: "cases", question: "How many ${measure(at)} were there in {place}?"),\n`).join("")}])\n`);
write("actors.ron", `[\n${numbers(ACTORS).map((at) => `(id: "office-${at}", name: "Office ${at}", kind: Organisation),\n`).join("")}]\n`);
write("sources.ron", `[\n${numbers(SOURCES).map((at) =>
  `(id: "paper-${at}", title: "Report ${at} of the Daily ${NOUNS[at % 10]}", outlet: "Daily ${NOUNS[at % 10]}", url: "https://example.org/${at}", published: "${2015 + (at % 10)}-0${1 + (at % 9)}-1${at % 10}"),\n`).join("")}]\n`);

const claims = numbers(SOURCES).map(() => []);
numbers(MEASURES * PLACES).forEach((question) => {
  const [what, where] = [measure(question % MEASURES), Math.floor(question / MEASURES)];
  const base = (1 + random(90)) * 1000, year = 2015 + random(10), disagree = random(3) > 0;
  for (const at of numbers(EACH)) {
    const value = disagree && at > 2 ? base * 2 : base, source = (question * EACH + at) % SOURCES;
    const hedge = HEDGES[random(HEDGES.length)];
    const said = random(3) === 0 ? "" : `attributed_to: Actor("office-${random(ACTORS)}"), `;
    claims[source].push(`(id: "c${question}-${at}", says: "There were ${value} ${what} in District ${where} in ${year}, claim ${at}",
 about: Quantity(measure: "${id(what)}", of: "residents", place: "district-${where}", value: ${hedge}(${value}), period: In("${year}")),
 ${said}evidence: [(fragment: "${value} ${what}")]),\n`);
  }
});
claims.forEach((own, at) => write(`claims/paper-${at}.ron`, `(source: "paper-${at}", claims: [\n${own.join("")}])\n`));
