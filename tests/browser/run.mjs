// Opens every page of an output folder from file:// and prints, as one JSON document, what is wrong with them:
//
//     node run.mjs OUTPUT CHROMIUM [JAVA]
//     { "pages": ["index.html", …], "wrong": { "console": ["index.html: …"], "links": [], …, "nu": null } }
//
// An empty list is good news; "nu" is null without a Java. tests/integration/browser.rs asserts each list for itself. A page is loaded
// once, with its own Content-Security-Policy in force, and looked at in several widths.

import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { addressOf, forEach, pagesBelow, withBrowser } from "./browser.mjs";
import { brokenLinks } from "./links.mjs";
import { judgedByNu } from "./nu.mjs";

/** Widths at which a reader holds the page. */
const PHONE = { width: 390, height: 844 };
const TABLET = { width: 768, height: 1024 };
const DESK = { width: 1440, height: 900 };
/** The narrowest windows that still get the layouts for tablets and desks (see the style sheet's breakpoints of 45 and 68 rem). */
const NARROW_TABLET = { width: 724, height: 1024 };
const NARROW_DESK = { width: 1092, height: 800 };
/** What @page leaves of A4, in CSS pixels: 210 mm less margins of 18 mm on both sides, 297 mm less 20 and 18 mm. */
const PAPER = { width: 657, height: 978 };
/** What a reader can scroll by itself, also by keys. */
const SCROLLED = "[role=region][tabindex='0']";
const STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const [folder, program, java] = [resolve(process.argv[2]), process.argv[3], process.argv[4]];
const here = createRequire(import.meta.url);
const pages = await pagesBelow(folder);
const wrong = { console: [], requests: [], links: [], screen: [], cells: [], barriers: [], paper: [], nu: null };
const anchors = new Map();
const targets = [];

/** Notes a fault once, also if it shows at several widths. */
function note(property, page, texts) {
  for (const text of texts) {
    const line = `${page}: ${text}`;
    if (!wrong[property].includes(line)) wrong[property].push(line);
  }
}

/** Writes down what a page says and asks for, from its first moment. */
function listen(tab, page) {
  tab.on("console", (said) => {
    if (["error", "warning"].includes(said.type())) note("console", page, [`${said.type()}: ${said.text()}`]);
  });
  tab.on("pageerror", (error) => note("console", page, [`error: ${error.message}`]));
  tab.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) note("requests", page, [request.url()]);
  });
}

async function lookOnScreen(tab, page) {
  for (const size of [DESK, NARROW_DESK, TABLET, NARROW_TABLET, PHONE]) {
    await tab.setViewportSize(size);
    const at = (texts) => texts.map((text) => `at ${size.width} px, ${text}`);
    note("screen", page, at(await tab.evaluate((within) => look.stickingOut(within), SCROLLED)));
    note("cells", page, at(await tab.evaluate(() => look.spilling())));
    if (size === DESK || size === PHONE) {
      note("barriers", page, at(await tab.evaluate((tags) => look.barriers(tags), STANDARD)));
    }
  }
}

async function lookOnPaper(tab, page) {
  await tab.emulateMedia({ media: "print" });
  await tab.setViewportSize(PAPER);
  // The word across a draft is turned, its box is not.
  await tab.evaluate(() => document.querySelector(".watermark")?.remove());
  note("paper", page, await tab.evaluate(() => look.stickingOut("")));
  note("cells", page, (await tab.evaluate(() => look.spilling())).map((text) => `on paper, ${text}`));
}

async function lookAt(context, page) {
  const tab = await context.newPage();
  listen(tab, page);
  await tab.setViewportSize(DESK);
  await tab.goto(addressOf(folder, page), { waitUntil: "load" });
  const { ids, targets: found } = await tab.evaluate(() => look.links());
  anchors.set(page, new Set(ids));
  targets.push(...found.map((target) => ({ page, ...target })));
  await lookOnScreen(tab, page);
  await lookOnPaper(tab, page);
  await tab.close();
}

const nu = java ? judgedByNu(java, here.resolve("vnu-jar/build/dist/vnu.jar"), folder, pages) : null;
await withBrowser(program, async (browser) => {
  const context = await browser.newContext();
  await context.addInitScript({ path: here.resolve("axe-core/axe.min.js") });
  await context.addInitScript({ path: fileURLToPath(new URL("look.js", import.meta.url)) });
  await forEach(pages, (page) => lookAt(context, page));
});
wrong.links = await brokenLinks(folder, targets, anchors);
wrong.nu = await nu;
Object.values(wrong).forEach((list) => list?.sort());
process.stdout.write(JSON.stringify({ pages, wrong }));
