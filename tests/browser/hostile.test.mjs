// Texts that attack whoever shows them do nothing, and are still there to be read.
import assert from "node:assert/strict";
import { close, open, PHONE, run, shot } from "./browser.mjs";

await run("hostile texts", {
  "markup stays text": async (browser) => {
    const page = await open(browser, "hostile");
    assert.equal(await page.locator("img, iframe, object, embed, base, [onerror], [onload], [style], plaintext").count(), 0);
    assert.equal(await page.locator("script").count(), 1);
    assert.equal(await page.locator("style").count(), 1);
    assert.ok(await page.locator("#claims").getByText("</script><img src=x onerror=alert(1)> a hundred landed").first().isVisible());
    await page.getByLabel("Search", { exact: true }).fill("<img src=x onerror=alert(1)>");
    assert.ok((await page.locator(".claim:visible").count()) > 0);
    await close(page);
  },

  "only addresses of the web are links": async (browser) => {
    const page = await open(browser, "hostile");
    const links = await page.locator("a").evaluateAll((all) => all.map((link) => new URL(link.getAttribute("href"), location.href).protocol));
    assert.deepEqual([...new Set(links)].sort(), ["file:", "https:"]);
    assert.ok((await page.locator("#sources").textContent()).includes("javascript:alert(document.domain)"));
    await close(page);
  },

  "directions end with their text": async (browser) => {
    const page = await open(browser, "hostile");
    // What stands after a hostile name lies to its right, as it is written.
    const wrong = await page.evaluate(() => {
      const marks = [...document.querySelectorAll("bdi")].filter((one) => /[\u202A-\u202E\u2066-\u2069]/.test(one.textContent));
      return marks.map((one) => {
        const open = [];
        for (const letter of one.textContent) {
          if (/[\u2066-\u2068]/.test(letter)) open.push("isolate");
          else if (/[\u202A\u202B\u202D\u202E]/.test(letter)) open.push("embedding");
          else if (letter === "\u2069" || letter === "\u202C") open.pop();
        }
        return open.length;
      }).filter(Boolean).length + (marks.length ? 0 : 1);
    });
    assert.equal(wrong, 0);
    await close(page);
  },

  "long words do not widen the page": async (browser) => {
    for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
      const page = await open(browser, "hostile", { viewport });
      await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
      await page.screenshot({ path: shot(`hostile-${viewport.width}`), fullPage: viewport.width > 400, timeout: 60_000 });
      await close(page);
    }
  },

  "a hostile address of the page does nothing": async (browser) => {
    for (const hash of ["#<img src=x onerror=alert(1)>", "#?q=<script>alert(1)</script>&place=nowhere", "#%", "#claim-", "#?%E0%A4%A"]) {
      const page = await open(browser, "hostile", { hash });
      await close(page);
    }
  },
});
