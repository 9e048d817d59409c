// Runs inside every page before anything else, as a plain script: looks at what the browser has laid out.
//
// Content-Security-Policy does not concern scripts that the tool itself puts into a page, so pages keep their strict one.

globalThis.look = (() => {
  /** Half a pixel is rounding. */
  const TOLERANCE = 0.5;

  /** An element for people: its name, id, classes and the start of its text. */
  function named(element) {
    const classes = [...element.classList].map((name) => `.${name}`).join("");
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 24);
    return `<${element.localName}${element.id && `#${element.id}`}${classes}> ${text}`;
  }

  /** True for what is there for screen readers only. */
  function isAway(element) {
    return getComputedStyle(element).clipPath === "inset(50%)";
  }

  /** Elements that stick out of the window to either side, the outermost ones; what lies in `within` may, it can be scrolled. */
  function stickingOut(within) {
    const edge = document.documentElement.clientWidth + TOLERANCE;
    const found = [];
    const walk = (element) => {
      if (isAway(element)) return;
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.height > 0 && (box.right > edge || box.left < -TOLERANCE)) {
        found.push(`${named(element)} reaches from ${Math.round(box.left)} to ${Math.round(box.right)}`);
      } else if (!(within && element.matches(within)) && element.localName !== "svg") {
        [...element.children].forEach(walk);
      }
    };
    walk(document.body);
    const wide = document.scrollingElement.scrollWidth;
    if (wide > innerWidth) found.push(`the page is ${wide} wide in a window of ${innerWidth}`);
    return found;
  }

  /** True if a character that can be seen lies outside a box; blanks may hang over the end of their line. */
  function isOutside(text, box) {
    const range = document.createRange();
    const out = (part) => part.width > 1 && (part.right > box.right + 1 || part.left < box.left - 1);
    range.selectNodeContents(text);
    if (![...range.getClientRects()].some(out)) return false;
    return [...text.data].some((_, at) => {
      if (text.data.slice(at, at + 1).trim() === "") return false;
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return [...range.getClientRects()].some(out);
    });
  }

  /** Cells whose text runs over their neighbour. */
  function spilling() {
    const found = [];
    for (const cell of document.querySelectorAll("th, td")) {
      if (isAway(cell) || isAway(cell.closest("thead") ?? cell)) continue;
      const box = cell.getBoundingClientRect();
      const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const text = texts.currentNode;
        if (isOutside(text, box) && !isAway(text.parentElement)) found.push(`${named(cell)}: ${text.data.trim()}`);
      }
    }
    return found;
  }

  /** Where the page leads to, and where others may lead into it. */
  function links() {
    const targets = [];
    for (const element of document.querySelectorAll("[href], [src]")) {
      const key = element.hasAttribute("href") ? "href" : "src";
      if (element.closest("svg")) continue;
      targets.push({ said: element.getAttribute(key).slice(0, 200), address: element[key] });
    }
    const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
    return { targets, ids };
  }

  /** What a person who needs help from the page would stumble over, by axe. */
  async function barriers(tags) {
    const told = await axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
    return told.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id} (${rule.help}): ${node.target.join(" ")}`));
  }

  /** What a cell says first, by which a reader orders: its verdict, its link, or its text; neither marks nor notes. */
  function said(cell) {
    const first = (cell.querySelector(".verdict") ?? cell.querySelector("a") ?? cell).cloneNode(true);
    first.querySelectorAll(".mark, .note").forEach((part) => part.remove());
    return first.textContent.trim().replace(/\s+/g, " ");
  }

  /** A column of a table from top to bottom without empty cells, and whether it rises as in a Chinese dictionary, numbers by size. */
  function column(table, index) {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    const texts = rows.map((row) => (row.cells[index] ? said(row.cells[index]) : "")).filter((text) => !["", "—"].includes(text));
    const order = new Intl.Collator("zh-CN", { numeric: true });
    const rises = texts.every((text, at) => at === 0 || order.compare(texts[at - 1], text) <= 0);
    return { texts, rises };
  }

  return { stickingOut, spilling, links, barriers, column };
})();
