// axe-core finds no serious or critical fault, in light and dark, on desktop and telephone, folded and unfolded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { axeFile, DESKTOP, open, PHONE, run, shot } from "./browser.mjs";

const axe = readFileSync(axeFile(), "utf8");

const faults = async (page) => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map(({ id, impact, nodes }) => ({ id, impact, count: nodes.length, first: nodes[0].html.slice(0, 200), why: nodes[0].failureSummary }));
};

const checks = {};
for (const name of ["shipped", "hostile"]) {
  for (const [place, viewport] of [["desktop", DESKTOP], ["telephone", PHONE]]) {
    for (const colorScheme of ["light", "dark"]) {
      for (const unfolded of [false, true]) {
        checks[`${name}, ${place}, ${colorScheme}${unfolded ? ", unfolded" : ""}`] = async (browser) => {
          // The policy of the page would keep axe out, too.
          const page = await open(browser, name, { viewport, colorScheme, bypassCSP: true });
          if (unfolded) await page.evaluate(() => {
            for (const details of document.querySelectorAll(".card details, .card, details.switch, details.help, .claim:nth-of-type(-n+40) details, .source details")) details.open = true;
            document.querySelector(".card").classList.add("lit");
          });
          const found = await faults(page);
          const grave = found.filter((one) => ["serious", "critical"].includes(one.impact));
          await page.screenshot({ path: shot(`axe-${name}-${place}-${colorScheme}${unfolded ? "-unfolded" : ""}`) });
          await page.context().close();
          assert.deepEqual(grave, []);
          const lesser = found.map((one) => `${one.impact} ${one.id} (${one.count})`);
          return lesser.length ? lesser.join(", ") : "nothing at all";
        };
      }
    }
  }
}

await run("accessibility", checks);
