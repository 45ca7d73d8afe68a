/* What script adds to every page: "/" leads to the search, and links show previews. Nothing needs it.

   Shards of data are classic scripts, because a page opened from disk may load nothing else; each calls
   `dossier.shard` with its name and one string. `dossier` is the only global. */
"use strict";

window.dossier = (() => {
  const root = document.currentScript.src.replace(/assets\/dossier\.js.*$/, "");
  const shards = new Map();

  const entry = (name) => {
    let known = shards.get(name);
    if (!known) {
      known = { isAsked: false };
      known.text = new Promise((resolve) => { known.resolve = resolve; });
      shards.set(name, known);
    }
    return known;
  };

  /* The text of a shard; empty where it cannot be read. */
  const read = (name) => {
    const wanted = entry(name);
    if (!wanted.isAsked) {
      wanted.isAsked = true;
      const script = document.createElement("script");
      script.src = `${root}search/${name}.js`;
      script.onload = () => script.remove();
      script.onerror = () => wanted.resolve("");
      document.head.append(script);
    }
    return wanted.text;
  };

  const shard = (name, text) => entry(name).resolve(text);

  /* The record of a page in a shard of texts: what it is, its title, lines below it, and sentences by anchor. */
  const record = (text, path) => {
    const rows = `\n${text}`;
    const start = rows.indexOf(`\n=${path}\t`);
    if (start < 0) return null;
    const next = rows.indexOf("\n=", start + 1);
    const [head, ...sentences] = rows.slice(start + 1, next < 0 ? undefined : next).trimEnd().split("\n");
    const [, kind, title, ...lines] = head.split("\t");
    return { path, kind, title, lines, sentences: sentences.map((row) => row.split("\t")) };
  };

  /* The shard that holds a page's record: hash 1a of Fowler, Noll and Vo, as the build computes it. */
  const place = (path, count) => {
    let hash = 0x811c9dc5;
    for (const byte of new TextEncoder().encode(path)) hash = Math.imul(hash ^ byte, 0x01000193);
    return ((hash ^ (hash >>> 15)) >>> 0) & (count - 1);
  };

  const page = async (path) => {
    const head = await read("head");
    if (!head) return null;
    const count = Number(head.slice(0, head.indexOf("\n")).split("\t")[1]);
    return record(await read(`texts-${place(path, count)}`), path);
  };

  return { root, read, shard, record, place, page };
})();

/* "/" goes to the search, as long as nobody is typing. */
(() => {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const box = document.querySelector("input[type=search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();

/* Previews: what a link to an actor, an event or a sentence leads to, beside the link.

   They open by pointer and by keyboard, stay while the pointer is on them, and close with Escape. They say nothing
   that the page behind the link does not say. */
(() => {
  const { root, page } = window.dossier;
  const main = document.getElementById("main");
  if (!main) return;
  const delay = 300;
  const box = document.createElement("div");
  box.className = "preview";
  box.id = "preview";
  box.setAttribute("role", "tooltip");
  box.hidden = true;
  let link = null;
  let timer = 0;

  const element = (name, words, className) => {
    const made = document.createElement(name);
    made.textContent = words;
    if (className) made.className = className;
    return made;
  };

  /* Page and anchor of a link that has a preview. */
  const target = (anchor) => {
    if (!anchor.href.startsWith(root)) return null;
    const [path, hash = ""] = anchor.href.slice(root.length).split("#");
    if (!/^(actors|places|events|articles)\/[^?]*\.html$/.test(path)) return null;
    if (!hash && anchor.href === location.href.split("#")[0]) return null;
    return { path: decodeURIComponent(path), anchor: decodeURIComponent(hash) };
  };

  const fill = (found, anchor) => {
    const sentence = found.sentences.find((row) => row[0] === anchor) ?? (anchor ? null : found.sentences[0]);
    const parts = [];
    if (anchor && !sentence) return false;
    if (anchor) {
      parts.push(element("p", sentence[1], "preview-text"));
      parts.push(element("p", [found.title, ...found.lines].filter(Boolean).join(" · "), "preview-facts"));
    } else {
      parts.push(element("p", found.kind, "preview-kind"), element("p", found.title, "preview-title"));
      for (const line of found.lines) if (line) parts.push(element("p", line, "preview-facts"));
      if (sentence) parts.push(element("p", sentence[1], "preview-text"));
    }
    box.replaceChildren(...parts);
    return true;
  };

  const put = () => {
    const around = link.getBoundingClientRect();
    const width = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(around.left, width - box.offsetWidth - 8));
    const isBelow = around.bottom + box.offsetHeight + 8 < innerHeight || around.top < box.offsetHeight + 8;
    const top = isBelow ? around.bottom + 6 : around.top - box.offsetHeight - 6;
    box.style.left = `${left + scrollX}px`;
    box.style.top = `${top + scrollY}px`;
  };

  const close = () => {
    clearTimeout(timer);
    if (link) link.removeAttribute("aria-describedby");
    link = null;
    box.hidden = true;
  };

  const open = async (anchor) => {
    const wanted = target(anchor);
    if (!wanted) return;
    link = anchor;
    const found = await page(wanted.path);
    if (link !== anchor || !found || !fill(found, wanted.anchor)) return;
    if (!box.isConnected) main.append(box);
    box.hidden = false;
    anchor.setAttribute("aria-describedby", box.id);
    put();
  };

  const later = (action, wait) => {
    clearTimeout(timer);
    timer = setTimeout(action, wait);
  };

  const linkOf = (event) => event.target instanceof Element && event.target.closest("main a[href]");

  addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    if (box.contains(event.target)) return clearTimeout(timer);
    const anchor = linkOf(event);
    if (anchor && anchor === link) return clearTimeout(timer);
    if (anchor) later(() => { close(); open(anchor); }, delay);
    else if (link && link !== document.activeElement) later(close, delay);
    else if (!link) clearTimeout(timer);
  });
  addEventListener("focusin", (event) => {
    const anchor = linkOf(event);
    close();
    if (anchor && anchor.matches(":focus-visible")) later(() => open(anchor), delay);
  });
  addEventListener("focusout", close);
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
})();
