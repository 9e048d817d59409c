// Watches pages of `weibao serve` while a record is broken and mended, and prints what a person sees as one JSON document:
//
//     node live.mjs URL CHROMIUM PAGE FILE FROM TO
//
// FILE is the record; the text FROM in it is replaced by TO, and then put back. Each step waits for what must follow from it.

import { readFile, writeFile } from "node:fs/promises";
import { withBrowser } from "./browser.mjs";

const [url, program, page, file, from, to] = process.argv.slice(2);
/** A build of all pages, on a machine that also compiles, in milliseconds. */
const PATIENCE = 180_000;

const told = { console: [], requests: [], seen: {} };

await withBrowser(program, async (browser) => {
  const tab = await browser.newPage();
  tab.setDefaultTimeout(PATIENCE);
  tab.on("console", (message) => ["error", "warning"].includes(message.type()) && told.console.push(message.text()));
  tab.on("pageerror", (error) => told.console.push(String(error)));
  tab.on("request", (request) => request.url().startsWith(url) || told.requests.push(request.url()));
  const overlay = tab.locator("#weibao-live");
  const look = async (name) => {
    told.seen[name] = { button: await overlay.locator("> button").innerText(), list: (await overlay.locator("section li").allInnerTexts()).slice(0, 3) };
  };

  // Whoever opens the address at once waits for the first build, and the index appears by itself.
  await tab.goto(url);
  await tab.locator("main#main").waitFor();
  await tab.goto(new URL(page, url).href);
  await overlay.locator("> button").waitFor();
  await look("sound");
  const before = await tab.locator("main").innerText();

  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(from, to));
  await overlay.locator("section li.fault").first().waitFor();
  await look("broken");

  await writeFile(file, text);
  await overlay.locator("section").waitFor({ state: "detached" });
  await look("mended");
  told.same = (await tab.locator("main").innerText()) === before;

  await overlay.locator("> button").click();
  await overlay.locator("section li").first().waitFor();
  await tab.keyboard.press("Enter");
  await overlay.locator("section").waitFor({ state: "detached" });
});
process.stdout.write(JSON.stringify(told));
