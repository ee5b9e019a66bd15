// Opens pages in headless Chromium, and reports whatever a page must not do.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(join(process.env.GAINSAY_MODULES, "modules.cjs"));
const { chromium } = require("playwright-core");
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/** The text of axe-core. */
export const axeFile = () => require.resolve("axe-core/axe.min.js");
/** Where a screenshot goes. */
export const shot = (name) => join(process.env.GAINSAY_PAGES, `${name}.png`);
/** The address of a page that was made. */
export const address = (name) => pathToFileURL(join(process.env.GAINSAY_PAGES, `${name}.html`)).href;

export const DESKTOP = { width: 1280, height: 1000 };
export const PHONE = { width: 360, height: 740 };

/** A browser; close it at the end. */
export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGUMENTS });

/** Opens a page, and keeps in `page.faults` what it must not do: errors, breaches of its policy, requests, dialogs. */
export const open = async (browser, name, { hash = "", ...options } = {}) => {
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on("console", (message) => { if (message.type() !== "log") page.faults.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => page.faults.push(`error: ${error}`));
  page.on("dialog", (dialog) => { page.faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (request.url().split("#")[0] !== address(name)) page.faults.push(`request: ${request.url()}`); });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  await page.goto(address(name) + hash);
  // The first count is told as soon as the browser has time.
  if (options.javaScriptEnabled !== false) await page.waitForFunction(() => document.getElementById("found").textContent !== "");
  return page;
};

/** Closes a page that has done nothing it must not do. */
export const close = async (page) => {
  assert.deepEqual(page.faults, []);
  await page.context().close();
};

/** Runs the checks in their order; each gets the browser. */
export const run = async (title, checks) => {
  const browser = await launch();
  let failed = 0;
  console.log(title);
  for (const [name, check] of Object.entries(checks)) {
    try {
      const said = await check(browser);
      console.log(`  ok    ${name}${said ? `: ${said}` : ""}`);
    } catch (error) {
      failed += 1;
      console.log(`  FAIL  ${name}\n${error.stack}`);
    }
  }
  await browser.close();
  process.exitCode = failed ? 1 : 0;
};
