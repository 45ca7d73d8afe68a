/* The map of actors: a name that is pointed at or focused keeps its own ties, all others fade. Nothing needs it. */
"use strict";

(() => {
  const map = document.querySelector(".map");
  if (!map) return;
  const paths = [...map.querySelectorAll("path")].map((path) => ({ path, ends: path.dataset.ends.split(" ") }));
  const links = [...map.querySelectorAll("a")];
  let shown = null;

  const show = (node) => {
    if (node === shown) return;
    shown = node;
    const near = new Set([node]);
    for (const { path, ends } of paths) {
      const isOwn = node === null || ends.includes(node);
      path.classList.toggle("faded", !isOwn);
      if (isOwn) ends.forEach((end) => near.add(end));
    }
    for (const link of links) link.classList.toggle("faded", node !== null && !near.has(link.dataset.node));
  };

  const nodeOf = (event) => event.target.closest?.("a[data-node]")?.dataset.node ?? null;
  map.addEventListener("pointerover", (event) => show(nodeOf(event)));
  map.addEventListener("pointerleave", () => show(null));
  map.addEventListener("focusin", (event) => show(nodeOf(event)));
  map.addEventListener("focusout", () => show(null));
})();
