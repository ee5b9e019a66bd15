// Prints what Mermaid's own parser finds in a flowchart: names of boxes and groups, and both ends of each arrow.

import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

// The limits of a page that draws; the parser is asked for what it reads.
mermaid.initialize({ maxTextSize: 1e9, maxEdges: 1e9 });
const { db } = await mermaid.mermaidAPI.getDiagramFromText(readFileSync(process.argv[2], "utf8"));
const found = {
  nodes: [...db.getVertices().keys()],
  groups: db.getSubGraphs().map((group) => group.id),
  edges: db.getEdges().map((edge) => [edge.start, edge.end]),
};
console.log(JSON.stringify(found));
