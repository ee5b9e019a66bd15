// 5,000 claims on 1,000 questions open and are searched without a noticeable wait.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { join } from "node:path";
import { close, open, run, shot } from "./browser.mjs";

// Milliseconds. What is slower than the first is noticed as a wait, what is slower than the second as a lag.
const OPENED = 3000;
const FILTERED = 100;

const middle = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

await run("speed", {
  "the file can be mailed": async () => {
    const bytes = statSync(join(process.env.GAINSAY_PAGES, "large.html")).size;
    assert.ok(bytes < 25e6, `${bytes} bytes`);
    return `${(bytes / 1e6).toFixed(1)} MB`;
  },

  "it opens": async (browser) => {
    const times = [];
    for (let at = 0; at < 3; at += 1) {
      const page = await open(browser, "large");
      times.push(await page.evaluate(() => {
        const { domContentLoadedEventEnd, loadEventEnd } = performance.getEntriesByType("navigation")[0];
        return { paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? domContentLoadedEventEnd, parsed: domContentLoadedEventEnd, loaded: loadEventEnd };
      }));
      assert.equal(await page.locator(".claim").count(), 5000);
      if (at === 0) await page.screenshot({ path: shot("large") });
      await close(page);
    }
    const [paint, loaded] = ["paint", "loaded"].map((name) => middle(times.map((time) => time[name])));
    assert.ok(loaded < OPENED, `${loaded} ms`);
    return `first paint ${Math.round(paint)} ms, loaded ${Math.round(loaded)} ms`;
  },

  "each key filters at once": async (browser) => {
    const page = await open(browser, "large");
    const times = await page.evaluate(async () => {
      const field = document.getElementById("q"), took = [];
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      for (const text of ["d", "di", "dis", "dist", "distr", "distri", "district 3", "district 3 ferries", "district 3 rural", "rural", "r", ""]) {
        const start = performance.now();
        field.value = text;
        field.dispatchEvent(new Event("input", { bubbles: true }));
        const ran = performance.now() - start;
        await frame();
        took.push([ran, performance.now() - start]);
      }
      return took;
    });
    const [ran, drawn] = [0, 1].map((at) => middle(times.map((time) => time[at])));
    const worst = Math.max(...times.map((time) => time[1]));
    assert.ok(drawn < FILTERED && worst < 4 * FILTERED, `${drawn} ms, at worst ${worst} ms`);
    await close(page);
    return `script ${ran.toFixed(1)} ms, until drawn ${drawn.toFixed(0)} ms in the middle, ${worst.toFixed(0)} ms at worst`;
  },
});
