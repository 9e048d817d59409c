// What run.mjs and interact.mjs share: the browser, and every page of an output folder opened in it.
//
// The browser gets a profile of its own in a temporary folder, and no name of any host resolves in it: a page that asks for one is
// told off by the tests, and still reaches nobody but this machine.

import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];
/** More pages at a time than cores gain nothing. */
const AT_ONCE = 2;

/** Starts the browser that `program` names, lets `use` work with it, and ends it whatever happens. */
export async function withBrowser(program, use) {
  const browser = await chromium.launch({ executablePath: program, headless: true, args: FLAGS });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Paths of all HTML pages below a folder, with `/`, sorted. */
export async function pagesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

/** Where a page of the folder is for the browser. */
export function addressOf(folder, page) {
  return pathToFileURL(join(folder, page)).href;
}

/** Calls `work` for every item, few at a time. */
export async function forEach(items, work) {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await work(item);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
