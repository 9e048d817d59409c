// Adds functions to long pages: filter and sort tables, find questions and tickets. Every page is complete without it,
// nothing is fetched, and nothing is stored. Texts are compared without case, width or blanks, so that １２ finds 12.
"use strict";
(() => {
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const words = (text) => plain(text).split(/\s+/).filter(Boolean);
  const has = (text, all) => all.every((word) => text.includes(word));
  const collator = new Intl.Collator("zh-CN", { numeric: true });

  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  // ---- tables ----

  const filterTable = (table) => {
    const heads = [...table.tHead.rows[0].cells];
    const titles = heads.map((head) => head.textContent.trim());
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const texts = rows.map((row) => plain(row.textContent));
    const value = (row, at) => {
      const cell = row.cells[at];
      const own = cell.querySelector(".verdict") ?? cell.querySelector("a") ?? cell;
      const mark = own.querySelector(".mark");
      let text = "";
      for (const node of own.childNodes) if (node !== mark && !(node.className === "note")) text += node.textContent;
      return text.trim();
    };

    const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    const left = make("output", { class: "left" });
    const bar = make("div", { class: "filter", role: "search" }, make("label", {}, make("span", {}, "筛选"), input));
    const selects = heads.flatMap((head, at) => {
      if (!("choice" in head.dataset)) return [];
      const values = [...new Set(rows.map((row) => value(row, at)))].sort(collator.compare);
      if (values.length < 2) return [];
      const select = make("select", { "data-column": at }, make("option", { value: "" }, "全部"));
      for (const one of values) select.append(make("option", { value: one }, one));
      bar.append(make("label", {}, make("span", {}, titles[at]), select));
      return [select];
    });
    const clear = make("button", { type: "button", class: "clear", hidden: "" }, "清除");
    bar.append(clear, left);
    (table.closest(".table") ?? table).before(bar);
    bar.setAttribute("aria-label", "筛选" + (table.caption?.textContent.trim() ?? "表格"));

    const apply = () => {
      const wanted = words(input.value);
      let shown = 0;
      rows.forEach((row, at) => {
        const chosen = selects.every((select) => !select.value || value(row, Number(select.dataset.column)) === select.value);
        row.hidden = !(chosen && has(texts[at], wanted));
        if (!row.hidden) shown += 1;
      });
      const all = shown === rows.length;
      left.textContent = all ? `共${rows.length}条` : `显示${shown}条，共${rows.length}条`;
      clear.hidden = !input.value && selects.every((select) => !select.value);
    };
    const reset = () => {
      input.value = "";
      for (const select of selects) select.value = "";
      apply();
    };
    input.addEventListener("input", apply);
    for (const select of selects) select.addEventListener("change", apply);
    clear.addEventListener("click", () => { reset(); input.focus(); });
    bar.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); reset(); } });

    heads.forEach((head, at) => {
      const button = make("button", { type: "button", "data-sort": at }, ...head.childNodes);
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const order = { ascending: "descending", descending: null }[head.getAttribute("aria-sort")];
        const next = order === undefined ? "ascending" : order;
        for (const other of heads) other.removeAttribute("aria-sort");
        const sorted = [...rows];
        if (next) {
          head.setAttribute("aria-sort", next);
          const sign = next === "ascending" ? 1 : -1;
          sorted.sort((one, two) => sign * collator.compare(value(one, at), value(two, at)));
        }
        body.append(...sorted);
      });
    });
    apply();
    return { rows, reset, apply };
  };

  // ---- questions on a page ----

  const filterSheets = (section) => {
    const sheets = [...section.querySelectorAll(".sheet")];
    if (sheets.length < 2) return null;
    const texts = sheets.map((sheet) => plain(sheet.textContent));
    const input = make("input", { type: "search", autocomplete: "off", spellcheck: "false" });
    const left = make("output", { class: "left" });
    const bar = make("div", { class: "filter", role: "search", "aria-label": "查找问题" }, make("label", {}, make("span", {}, "查找"), input), left);
    const heads = [...section.querySelectorAll(":scope > h3")];
    (heads[0] ?? sheets[0]).before(bar);
    const apply = () => {
      const wanted = words(input.value);
      let shown = 0;
      sheets.forEach((sheet, at) => {
        sheet.hidden = !has(texts[at], wanted);
        if (!sheet.hidden) shown += 1;
      });
      for (const head of heads) head.hidden = wanted.length > 0;
      left.textContent = shown === sheets.length ? `共${shown}条` : `找到${shown}条，共${sheets.length}条`;
    };
    const reset = () => { input.value = ""; apply(); };
    input.addEventListener("input", apply);
    bar.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); reset(); } });
    apply();
    return { rows: sheets, reset, apply };
  };

  // ---- search over everything ----

  const MOST = 40;

  const marked = (text, wanted) => {
    const low = plain(text);
    if (low.length !== text.length) return [text];
    const parts = [];
    let at = 0;
    while (at < text.length) {
      const hits = wanted.map((word) => [low.indexOf(word, at), word.length]).filter(([start]) => start >= 0);
      if (!hits.length) break;
      const [start, length] = hits.reduce((best, hit) => (hit[0] < best[0] ? hit : best));
      parts.push(text.slice(at, start), make("mark", {}, text.slice(start, start + length)));
      at = start + length;
    }
    parts.push(text.slice(at));
    return parts;
  };

  // The part of a long text around the first word found.
  const excerpt = (text, wanted) => {
    const low = plain(text);
    const found = wanted.map((word) => low.indexOf(word)).filter((at) => at >= 0);
    const from = Math.max(0, Math.min(...found, text.length) - 18);
    const start = found.length ? from : 0;
    return (start > 0 ? "……" : "") + text.slice(start, start + 70) + (start + 70 < text.length ? "……" : "");
  };

  const search = (data, input, list, status) => {
    const texts = data.map((entry) => plain([entry.kind, entry.id, entry.title, entry.about, entry.text].join(" ")));
    const apply = () => {
      const wanted = words(input.value);
      list.replaceChildren();
      status.textContent = "";
      if (!wanted.length) return;
      const found = data.filter((_, at) => has(texts[at], wanted));
      // Matches in the title come first.
      found.sort((one, two) => has(plain(two.id + two.title), wanted) - has(plain(one.id + one.title), wanted));
      for (const entry of found.slice(0, MOST)) {
        const link = make("a", { href: entry.href }, ...marked(entry.title, wanted));
        const about = make("span", { class: "about" }, entry.kind, "　", ...marked(entry.id, wanted), "　", ...marked(entry.about, wanted));
        list.append(make("li", {}, link, about, make("span", { class: "excerpt" }, ...marked(excerpt(entry.text, wanted), wanted))));
      }
      const more = found.length > MOST ? `，列出前${MOST}条` : "";
      status.textContent = found.length ? `找到${found.length}条${more}` : "没有找到，请换个说法或减少字词";
    };
    input.addEventListener("input", apply);
    input.addEventListener("keydown", (event) => { if (event.key === "Escape") { event.preventDefault(); input.value = ""; apply(); } });
    apply();
  };

  const filters = [...document.querySelectorAll("table[data-filter]")].map(filterTable);
  for (const section of document.querySelectorAll("[data-find]")) {
    const filter = filterSheets(section);
    if (filter) filters.push(filter);
  }
  // The target of a link is shown even if a filter hides it; a printed page shows everything.
  const reveal = () => {
    const goal = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const hidden = goal?.closest("[hidden]");
    if (!hidden) return;
    for (const filter of filters) if (filter.rows.includes(hidden)) filter.reset();
    goal.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => { for (const { rows } of filters) for (const row of rows) row.hidden = false; });
  addEventListener("afterprint", () => { for (const { apply } of filters) apply(); });

  const data = document.getElementById("search-data");
  const box = document.querySelector("[data-search-box]");
  if (data && box) {
    box.hidden = false;
    search(JSON.parse(data.textContent), box.querySelector("[data-search]"), box.querySelector("[data-search-results]"), box.querySelector("output"));
  }
})();
