// The overlay of weibao serve: shows the diagnostics, and reloads a page when it has changed. Texts are inserted as text
// only.
"use strict";
(() => {
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };
  const overlay = make("div", { id: "weibao-live" });
  document.body.append(overlay);
  const page = decodeURIComponent(location.pathname).slice(1) || "index.html";
  let shown = null; // The hash of the version that this page shows.
  let open = null; // Whether the list is open; null until the user opens or closes it.

  const entry = (one) => {
    const { path, line, column } = one.location;
    const place = line ? `${path}:${line}:${column}` : path;
    const parts = [
      make("span", { class: "place" }, `${place}　${one.code}`),
      make("span", { class: "what" }, one.message),
      ...(one.help ?? []).map((text) => make("span", { class: "help" }, text)),
    ];
    const fault = one.family === "data" && one.severity === "error";
    return make("li", { class: fault ? "fault" : "other" }, ...parts);
  };

  const draw = (news) => {
    const { words, failure } = news;
    const list = news.report?.diagnostics ?? [];
    const faults = list.filter((one) => one.family === "data" && one.severity === "error");
    const bad = Boolean(failure) || faults.length > 0;
    const others = list.filter((one) => !faults.includes(one) && one.severity !== "note");
    overlay.className = [news.busy ? "busy" : "", bad ? "faulty" : ""].join(" ").trim();
    const state = news.busy ? words.busy : failure ? words.failed : `${words.faults} ${faults.length}　${words.others} ${others.length}`;
    const isOpen = open ?? bad;
    const button = make("button", { type: "button", "aria-expanded": String(isOpen) }, make("span", { class: "dot" }), state);
    const toggle = () => { open = !isOpen; draw(news); overlay.querySelector(":scope > button").focus(); };
    button.addEventListener("click", toggle);
    const parts = [];
    if (isOpen) {
      const close = make("button", { type: "button", class: "close" }, words.close);
      close.addEventListener("click", toggle);
      const head = make("header", {}, make("h2", {}, failure ? words.failed : words.title), close);
      const body = failure ? make("pre", {}, failure) : make("ul", {}, ...[...faults, ...others].map(entry));
      if (!failure && !faults.length && !others.length) body.append(make("li", {}, words.clean));
      parts.push(make("section", { "aria-label": words.title }, head, body));
    }
    overlay.replaceChildren(...parts, button);
  };

  const events = new EventSource("/.weibao/events");
  events.addEventListener("news", (event) => {
    const news = JSON.parse(event.data);
    const now = news.pages[page] ?? null;
    const isNew = "waiting" in document.body.dataset || (shown !== null && now !== shown);
    if (now !== null && isNew) {
      location.reload();
      return;
    }
    shown ??= now;
    draw(news);
  });
  events.addEventListener("error", () => { overlay.className = "busy"; });
})();
