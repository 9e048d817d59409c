// Uses the pages of an output folder as a reader does, and prints, as one JSON document, what came of it:
//
//     node interact.mjs OUTPUT CHROMIUM WORD…
//     { "search": { "pages": ["index.html"], "wrong": [], "found": { "WORD": ["2026/faq.html#K12"] } }, "filter": …, … }
//
// "pages" are those that have the part in question: without any, nothing was tried. An empty "wrong" is good news.
// The parts are known by these hooks:
//
//     input[data-search], on the index; what it finds is in [data-search-results] a
//     table[data-filter], with a .filter bar above it that a script makes: input[type=search], select[data-column], output
//     button[data-sort] in the headers by which a table sorts; the header then has aria-sort
//     [data-find], a chapter whose sheets (.sheet) a .filter bar above them looks through

import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { addressOf, forEach, pagesBelow, withBrowser } from "./browser.mjs";

const [folder, program, ...words] = [resolve(process.argv[2]), process.argv[3], ...process.argv.slice(4)];
const FILTER = "table[data-filter]";
/** A reader would wait as long for an answer, and no longer, in milliseconds; the machine that tests may be busy. */
const PATIENCE = 5000;

/** What may be done with a page: `hook` is what it takes, `use` returns what is wrong and may add to what was `found`. */
const DEEDS = {
  search: { hook: "input[data-search]", use: search },
  filter: { hook: FILTER, use: (tab) => inEveryTable(tab, filter) },
  sort: { hook: `${FILTER} button[data-sort]`, use: (tab) => inEveryTable(tab, sort) },
  escape: { hook: FILTER, use: (tab) => inEveryTable(tab, escape) },
  find: { hook: "[data-find] .sheet", use: find },
};

/** Types each word into the search; every result must lead to a page, and is told. */
async function search(tab, found) {
  const wrong = [];
  const box = tab.locator("input[data-search]").first();
  const results = tab.locator("[data-search-results] a:visible");
  const base = `${addressOf(folder, "")}/`;
  for (const word of words) {
    await box.fill("");
    await results.first().waitFor({ state: "hidden" });
    await box.fill(word);
    await results.first().waitFor().catch(() => {});
    found[word] = await results.evaluateAll((links, from) => links.map((link) => link.href.replace(from, "")), base);
    if (found[word].length === 0) wrong.push(`a search for ${word} finds nothing`);
  }
  await box.press("Escape");
  if ((await box.inputValue()) !== "") wrong.push("Escape does not clear the search");
  const gone = results.first().waitFor({ state: "hidden" });
  await gone.catch(() => wrong.push("Escape leaves results on the page"));
  return wrong;
}

/** Sheets without what was typed are hidden, and how many are found is said; Escape brings all back. */
async function find(tab) {
  const wrong = [];
  const chapter = tab.locator("[data-find]").first();
  const bar = chapter.locator(".filter").first();
  const box = bar.locator("input[type=search]");
  const sheets = () => chapter.locator(".sheet").evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.textContent));
  const all = await sheets();
  const word = await chapter.locator(".sheet").last().evaluate((sheet) => sheet.id);
  await box.fill(word);
  await settled(chapter);
  const left = await sheets();
  const expected = all.filter((text) => text.includes(word)).length;
  if (left.length !== expected || left.length === all.length) wrong.push(`${word} is in ${expected} of ${all.length} sheets, ${left.length} are shown`);
  const said = await bar.locator("output").innerText();
  if (!said.includes(String(left.length)) || !said.includes(String(all.length))) wrong.push(`it says: ${said}`);
  await box.press("Escape");
  await settled(chapter);
  if ((await box.inputValue()) !== "" || (await sheets()).length !== all.length) wrong.push("Escape does not bring all sheets back");
  return wrong;
}

/** Calls `use` for every table with a filter, its bar and its number; what is wrong names the table. */
async function inEveryTable(tab, use) {
  const wrong = [];
  for (let at = 0; at < (await tab.locator(FILTER).count()); at += 1) {
    const table = tab.locator(FILTER).nth(at);
    const bar = tab.locator(".filter").nth(at);
    if ((await bar.count()) === 0) wrong.push(`table ${at + 1} has no .filter bar`);
    else wrong.push(...(await use(table, bar)).map((text) => `table ${at + 1}: ${text}`));
  }
  return wrong;
}

/** Texts of the rows that are shown. */
function rows(table) {
  return table.locator("tbody tr").evaluateAll((all) =>
    all.filter((row) => row.getClientRects().length > 0).map((row) => row.textContent.trim().replace(/\s+/g, " ")),
  );
}

/** Text of the first cell of the last row that is shown: a word that some row has and hopefully not all. */
async function aWord(table) {
  const cells = await table
    .locator("tbody tr")
    .evaluateAll((all) => all.filter((row) => row.getClientRects().length > 0).map((row) => row.cells[0].textContent.trim()));
  return cells.at(-1) ?? "";
}

/** Rows without what was typed are hidden, and how many are left is said; each choice leaves only rows that have it. */
async function filter(table, bar) {
  const wrong = [];
  const all = await rows(table);
  const said = async (what, left) => {
    const text = await bar.locator("output").innerText();
    if (!new RegExp(`(^|\\D)${left}(\\D|$)`).test(text)) wrong.push(`with ${what}, ${left} rows are left, but it says: ${text}`);
  };
  const word = await aWord(table);
  const box = bar.locator("input[type=search]");
  await box.fill(word);
  await settled(table);
  const left = await rows(table);
  const expected = all.filter((row) => row.includes(word));
  if (left.length !== expected.length) wrong.push(`${word} is in ${expected.length} rows, ${left.length} are shown`);
  await said(word, left.length);
  await box.fill("");
  await settled(table);
  for (const choice of await bar.locator("select[data-column]").all()) {
    const option = choice.locator("option").nth(1);
    const label = (await option.innerText()).trim();
    await choice.selectOption({ index: 1 });
    await settled(table);
    const chosen = await rows(table);
    if (chosen.length === 0 || !chosen.every((row) => row.includes(label))) wrong.push(`${label} shows rows without it, or none`);
    await said(label, chosen.length);
    await choice.selectOption({ index: 0 });
    await settled(table);
  }
  if ((await rows(table)).length !== all.length) wrong.push("with nothing chosen, not all rows are back");
  return wrong;
}

/** A column sorts up at the first press and down at the second; its header alone says so. */
async function sort(table) {
  const wrong = [];
  const buttons = table.locator("button[data-sort]");
  for (let at = 0; at < (await buttons.count()); at += 1) {
    const title = (await buttons.nth(at).innerText()).trim();
    const up = await sortedBy(table, buttons.nth(at), "ascending");
    const down = await sortedBy(table, buttons.nth(at), "descending");
    wrong.push(...[...up.wrong, ...down.wrong].map((text) => `${title}: ${text}`));
    if (!up.rises) wrong.push(`${title} does not rise: ${up.texts.slice(0, 6).join("; ")}`);
    if (up.texts.join("\n") !== down.texts.toReversed().join("\n")) wrong.push(`${title} down is not ${title} up, turned round`);
  }
  return wrong;
}

/** Presses a header; what its column then is, and what is wrong with the state that headers tell. */
async function sortedBy(table, button, expected) {
  await button.click();
  await settled(table);
  const state = await table
    .locator("th[aria-sort]")
    .evaluateAll((all) => all.map((header) => header.getAttribute("aria-sort")).filter((word) => word !== "none"));
  const index = await button.evaluate((element) => element.closest("th").cellIndex);
  const column = await table.evaluate((element, at) => look.column(element, at), index);
  const right = state.length === 1 && state[0] === expected;
  return { ...column, wrong: right ? [] : [`aria-sort is [${state}], not ${expected}`] };
}

/** Escape in the box brings all rows back. */
async function escape(table, bar) {
  const all = (await rows(table)).length;
  const box = bar.locator("input[type=search]");
  await box.fill("没有这样的内容");
  await settled(table);
  const wrong = (await rows(table)).length === 0 ? [] : ["rows stay although none has what was typed"];
  await box.press("Escape");
  await settled(table);
  if ((await box.inputValue()) !== "") wrong.push("Escape does not clear the box");
  if ((await rows(table)).length !== all) wrong.push("Escape does not bring all rows back");
  return wrong;
}

/** Lets a script that waits for the end of typing do its work. */
async function settled(table) {
  await table.page().waitForTimeout(50);
}

/** Without scripts, nothing may wait for one: no control is shown, and every row is. */
async function plain(tab) {
  const dead = await tab
    .locator("button, input, select, textarea, output, [role=button]")
    .evaluateAll((all) => all.filter((one) => one.checkVisibility({ visibilityProperty: true })).map((one) => one.outerHTML.slice(0, 120)));
  const hidden = await tab
    .locator("tbody tr")
    .evaluateAll((all) => all.filter((row) => row.hidden || getComputedStyle(row).display === "none").map((row) => row.textContent.trim()));
  return [...dead.map((one) => `dead: ${one}`), ...hidden.map((row) => `hidden: ${row}`)];
}

const told = Object.fromEntries([...Object.keys(DEEDS), "plain"].map((deed) => [deed, { pages: [], wrong: [], found: {} }]));

function note(deed, page, wrong) {
  told[deed].pages.push(page);
  told[deed].wrong.push(...wrong.map((text) => `${page}: ${text}`));
}

async function usePage(scripted, plainly, page) {
  const tab = await scripted.newPage();
  await tab.goto(addressOf(folder, page));
  for (const [deed, { hook, use }] of Object.entries(DEEDS)) {
    if ((await tab.locator(hook).count()) === 0) continue;
    // Each begins with the page as it came.
    await tab.reload();
    note(deed, page, await use(tab, told[deed].found));
  }
  await tab.close();
  const without = await plainly.newPage();
  await without.goto(addressOf(folder, page));
  note("plain", page, await plain(without));
  await without.close();
}

const pages = await pagesBelow(folder);
await withBrowser(program, async (browser) => {
  const scripted = await browser.newContext();
  const plainly = await browser.newContext({ javaScriptEnabled: false });
  scripted.setDefaultTimeout(PATIENCE);
  await scripted.addInitScript({ path: fileURLToPath(new URL("look.js", import.meta.url)) });
  await forEach(pages, (page) => usePage(scripted, plainly, page));
});
// Several pages are used at a time: which is done first is no news.
for (const deed of Object.values(told)) deed.pages.sort();
process.stdout.write(JSON.stringify(told));
