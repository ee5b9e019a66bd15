// A reader uses the page of the shipped graph: searches, filters, opens, follows, links, prints.
import assert from "node:assert/strict";
import { close, open, PHONE, run, shot } from "./browser.mjs";

const visible = (page, selector) => page.locator(`:is(${selector}):visible`).count();
const disagreements = (page) => visible(page, "#disagreements .card");
const isWide = (page) => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
const opened = (page) => page.locator("details[open]").count();

await run("use", {
  "typing narrows the cards and says how many are left": async (browser) => {
    const page = await open(browser, "shipped");
    const all = await disagreements(page);
    assert.ok(all > 3);
    await page.getByLabel("Search", { exact: true }).pressSequentially("visa");
    const left = await disagreements(page);
    assert.ok(left > 0 && left < all);
    assert.match(await page.locator("#found").textContent(), new RegExp(`^${left} of ${all} disagreements`));
    for (const card of await page.locator("#disagreements .card:visible").all()) {
      const ids = (await card.getAttribute("data-claims")).split(" ");
      const claims = await page.evaluate((all) => all.map((id) => document.getElementById(`claim-${id}`).textContent).join(" "), ids);
      assert.match(((await card.textContent()) + claims).toLowerCase(), /visa/);
    }
    await page.getByLabel("Search", { exact: true }).fill("no such word anywhere");
    assert.equal(await disagreements(page), 0);
    await page.locator("#disagreements .none").waitFor({ state: "visible" });
    assert.equal(await visible(page, "#settled, #look"), 0);
    await page.screenshot({ path: shot("nothing") });
    await close(page);
  },

  "filters combine, stand in the address, and can be reset": async (browser) => {
    const page = await open(browser, "shipped");
    const all = await disagreements(page);
    await page.getByLabel("Place").selectOption("kazakhstan");
    const here = await disagreements(page);
    await page.getByLabel("What is measured").selectOption("border-arrivals");
    const both = await disagreements(page);
    assert.ok(0 < both && both < here && here < all, `${both} ${here} ${all}`);
    await page.screenshot({ path: shot("filtered") });
    const link = page.url();
    assert.match(link, /#\?place=kazakhstan&measure=border-arrivals$/);
    const again = await open(browser, "shipped", { hash: new URL(link).hash });
    assert.equal(await disagreements(again), both);
    assert.equal(await again.getByLabel("Place").inputValue(), "kazakhstan");
    await close(again);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".card[hidden], .claim[hidden], .source[hidden]").length === 0);
    assert.equal(await disagreements(page), all);
    assert.doesNotMatch(page.url(), /place/);
    await close(page);
  },

  "actors and periods filter, and a place holds its parts": async (browser) => {
    const page = await open(browser, "shipped");
    const claims = async () => visible(page, ".claim");
    await page.getByLabel("Place").selectOption("kazakhstan");
    const country = await claims();
    await page.getByLabel("Place").selectOption("central-asia");
    assert.ok((await claims()) > country);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.getByLabel("Who said it").selectOption("kazakh-interior-ministry");
    assert.ok((await claims()) > 0);
    await page.getByRole("button", { name: "Reset" }).click();
    await page.getByLabel("Period from").fill("2023-01-01");
    await page.getByLabel("Period to").fill("2023-12-31");
    const shown = await page.locator(".claim:visible").evaluateAll((all) => all.map((one) => [one.dataset.from, one.dataset.to]));
    assert.ok(shown.length > 0);
    for (const [from, to] of shown) assert.ok((!to || to >= "2023-01-01") && (!from || from <= "2023-12-31"), `${from} ${to}`);
    await close(page);
  },

  "a relation opens the switch where what fits is behind it": async (browser) => {
    const page = await open(browser, "shipped");
    assert.equal(await visible(page, "#settled .card"), 0);
    await page.getByLabel("How claims relate").selectOption("agreement");
    assert.equal(await disagreements(page), 0);
    const cards = page.locator("#settled .card:visible");
    assert.ok((await cards.count()) > 0);
    for (const card of await cards.all()) assert.equal(await card.getAttribute("data-relation"), "agreement");
    await close(page);
  },

  "a card opens: why, and by date": async (browser) => {
    const page = await open(browser, "shipped");
    const card = page.locator("#disagreements .card").first();
    assert.equal(await card.locator(".ladder:visible").count(), 0);
    await card.getByText("Why they clash").click();
    await card.locator(".ladder").first().waitFor({ state: "visible" });
    assert.ok((await card.locator(".ladder").first().locator("tbody tr").count()) > 4);
    await card.getByText("By date").click();
    await card.locator("svg.time").waitFor({ state: "visible" });
    await card.screenshot({ path: shot("card") });
    await close(page);
  },

  "from a card to a claim, along its chain, to a source": async (browser) => {
    const page = await open(browser, "shipped");
    await page.locator("#disagreements .card").first().locator(".position li a[href^='#claim-']").first().click();
    const claim = page.locator(".claim.lit");
    await claim.waitFor();
    assert.equal(await page.evaluate(() => document.activeElement.id), await claim.getAttribute("id"));
    await claim.locator("details.chain ul").first().waitFor({ state: "visible" });
    assert.match(await claim.locator("details.chain").textContent(), /said by|taken from/);
    await page.screenshot({ path: shot("chain") });
    await claim.locator("blockquote a[href^='#source-']").first().click();
    await page.locator(".source.lit").waitFor();
    assert.ok(await page.locator(".source.lit").evaluate((one) => { const at = one.getBoundingClientRect().top; return at >= -1 && at < innerHeight; }));
    await page.goBack();
    await page.locator(".claim.lit").waitFor();
    await close(page);
  },

  "a chain is followed from claim to claim, to somebody with a name": async (browser) => {
    const page = await open(browser, "shipped");
    const chains = page.locator(".claim").filter({ has: page.locator("details.chain a[href^='#claim-']") });
    await page.evaluate((id) => { location.hash = id; }, await chains.first().getAttribute("id"));
    for (let at = 0; at < 10; at += 1) {
      const claim = page.locator(".claim.lit");
      const next = claim.locator("details.chain li:not(.proposed) > a[href^='#claim-']").first();
      if ((await next.count()) === 0) break;
      const href = await next.getAttribute("href");
      await next.click();
      await page.locator(`${href}.lit`).waitFor();
    }
    assert.match(await page.locator(".claim.lit details.chain").textContent(), /Ends here/);
    await page.screenshot({ path: shot("chain-end") });
    await close(page);
  },

  "a link to a folded question opens it, also where a filter hides it": async (browser) => {
    const page = await open(browser, "shipped");
    const id = await page.locator("#settled .card").last().getAttribute("id");
    const linked = await open(browser, "shipped", { hash: `#${id}` });
    await linked.locator(`#${id}.lit`).waitFor({ state: "visible" });
    await close(linked);
    await page.getByLabel("Search", { exact: true }).fill("no such word anywhere");
    await page.evaluate((id) => { location.hash = id; }, id);
    await page.locator(`#${id}.lit`).waitFor({ state: "visible" });
    await close(page);
  },

  "links are copied": async (browser) => {
    const page = await open(browser, "shipped", { permissions: ["clipboard-read", "clipboard-write"] });
    const link = page.locator("#disagreements .permalink").first();
    await link.click();
    await page.getByText("Link copied.").waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copied.endsWith(await link.getAttribute("href")), copied);
    await close(page);
  },

  "the picture is moved, zoomed and shown whole again": async (browser) => {
    const page = await open(browser, "shipped");
    const box = () => page.locator("#picture > .drawing .canvas > svg").getAttribute("viewBox");
    const whole = await box();
    await page.locator("#picture > .drawing .canvas").focus();
    await page.keyboard.press("ArrowRight");
    const moved = await box();
    assert.notEqual(moved, whole);
    await page.keyboard.press("+");
    assert.ok(Number((await box()).split(" ")[2]) < Number(whole.split(/[ ,]+/)[2]));
    await page.locator("#picture > .drawing").getByRole("button", { name: "Show all" }).click();
    assert.deepEqual((await box()).split(" ").map(Number), whole.split(/[ ,]+/).map(Number));
    await page.locator("#picture > .drawing .canvas").scrollIntoViewIfNeeded();
    const edge = await page.locator("#picture > .drawing .canvas").boundingBox();
    await page.mouse.move(edge.x + 20, edge.y + 20);
    await page.mouse.down();
    await page.mouse.move(edge.x + 120, edge.y + 60, { steps: 4 });
    await page.mouse.up();
    assert.notEqual(await box(), whole);
    await page.screenshot({ path: shot("picture") });
    await close(page);
  },

  "a row of the picture leads to its claim": async (browser) => {
    const page = await open(browser, "shipped");
    const row = page.locator("#picture > .drawing a[data-claim]").first();
    const id = await row.getAttribute("data-claim");
    await row.click();
    assert.ok(await page.locator(`[id="claim-${id}"]`).isVisible());
    assert.equal(new URL(page.url()).hash, `#claim-${id}`);
    await close(page);
  },

  "the whole graph is behind a switch, and moves by itself": async (browser) => {
    const page = await open(browser, "shipped");
    const box = (picture) => picture.locator("svg").getAttribute("viewBox");
    const [few, all] = [page.locator("#picture > .drawing"), page.locator("#picture .whole .drawing")];
    assert.ok(!(await all.isVisible()));
    await page.getByText("Show the whole graph").click();
    const before = [await box(few), await box(all)];
    await all.getByRole("button", { name: "Zoom in" }).click();
    assert.equal(await box(few), before[0]);
    assert.notEqual(await box(all), before[1]);
    await page.screenshot({ path: shot("whole") });
    await close(page);
  },

  "colours can be chosen, and stay": async (browser) => {
    const page = await open(browser, "shipped");
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    await page.getByLabel("Colours").selectOption("dark");
    const dark = await paper();
    assert.notEqual(light, dark);
    await page.reload();
    assert.equal(await paper(), dark);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.getByLabel("Colours").selectOption("light");
    assert.equal(await paper(), light);
    await close(page);
    const night = await open(browser, "shipped", { colorScheme: "dark" });
    assert.equal(await night.evaluate(() => getComputedStyle(document.body).backgroundColor), dark);
    await night.screenshot({ path: shot("dark") });
    await close(night);
  },

  "a telephone shows all of it without moving sideways": async (browser) => {
    const page = await open(browser, "shipped", { viewport: PHONE, hasTouch: true, isMobile: true });
    assert.equal(await isWide(page), false);
    await page.screenshot({ path: shot("phone") });
    await page.evaluate(() => { for (const details of document.querySelectorAll("details")) details.open = true; });
    assert.equal(await isWide(page), false);
    await page.locator("#disagreements .card").nth(1).screenshot({ path: shot("phone-card") });
    await close(page);
  },

  "the picture is as high as what it shows, and begins readable on a telephone": async (browser) => {
    const frame = (page) => page.locator("#picture > .drawing svg").first().evaluate((svg) => {
      const [, , wide, high] = svg.getAttribute("viewBox").split(/[ ,]+/).map(Number);
      return { scale: svg.clientWidth / wide, white: svg.clientHeight - (high * svg.clientWidth) / wide };
    });
    const page = await open(browser, "shipped", { viewport: PHONE, hasTouch: true, isMobile: true });
    const small = await frame(page);
    assert.ok(small.scale > 0.75 && Math.abs(small.white) < 2, JSON.stringify(small));
    assert.equal(await visible(page, "#picture .pointer"), 0);
    await page.locator("#picture > .drawing").getByRole("button", { name: "Show all" }).click();
    const all = await frame(page);
    assert.ok(all.scale < small.scale && all.white < 2, JSON.stringify(all));
    await close(page);
  },

  "figures have dots, and a gap has a name": async (browser) => {
    const page = await open(browser, "shipped");
    const card = page.locator("#disagreements .card").first();
    for (const dot of await card.locator(".rows circle.mark").all()) assert.ok((await dot.boundingBox()).width >= 8);
    assert.equal(await card.locator("svg.above text").textContent(), "gap");
    assert.match(await card.locator(".key").textContent(), /what the words allow.*what a reader takes.*as printed.*gap/s);
    await close(page);
  },

  "the keyboard is enough": async (browser) => {
    const page = await open(browser, "shipped");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
    await page.screenshot({ path: shot("skip") });
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "q");
    const seen = new Set();
    for (let at = 0; at < 40; at += 1) {
      await page.keyboard.press("Tab");
      seen.add(await page.evaluate(() => document.activeElement.closest("form, .card")?.localName));
      const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(ring, "none", await page.evaluate(() => document.activeElement.outerHTML.slice(0, 300)));
    }
    assert.ok(seen.has("article"));
    const why = page.locator("#disagreements .card").first().getByText("Why they clash");
    await why.focus();
    await page.keyboard.press("Enter");
    await page.locator("#disagreements .card .ladder").first().waitFor({ state: "visible" });
    await close(page);
  },

  "on paper everything is unfolded, and nothing is a control": async (browser) => {
    const page = await open(browser, "shipped");
    const before = await opened(page);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    await page.emulateMedia({ media: "print" });
    assert.equal(await visible(page, "input, select, button, .permalink"), 0);
    assert.ok(await page.locator("#disagreements .card .ladder").first().isVisible());
    await page.locator("#disagreements .card").first().screenshot({ path: shot("print") });
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    assert.equal(await opened(page), before);
    const paper = await page.pdf({ format: "A4" });
    assert.ok(paper.length > 10_000);
    await close(page);
  },

  "without script there is everything to read and no control": async (browser) => {
    const page = await open(browser, "shipped", { javaScriptEnabled: false });
    assert.ok((await disagreements(page)) > 3);
    assert.ok((await visible(page, ".claim")) > 100);
    assert.equal(await visible(page, "input, select, button"), 0);
    await page.locator("#disagreements .card").first().getByText("Why they clash").click();
    assert.ok(await page.locator("#disagreements .card .ladder").first().isVisible());
    await page.screenshot({ path: shot("no-script") });
    await close(page);
  },
});
