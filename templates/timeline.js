/* The timeline's filters and zoom: the list is the real thing, and what it shows the strip shows.

   What is chosen stands in the address, so that it can be shared. Without script the list is whole, lanes can be left
   out, and each actor, place and year has a list of its own. */
"use strict";

(() => {
  const form = document.getElementById("timeline-form");
  if (!form) return;
  const DAY = 86_400_000;
  const SHORTEST = 14;
  const LANES = ["reported", "mentioned", "planned", "published"];
  const NS = "http://www.w3.org/2000/svg";

  const texts = (row, selector) => [...row.querySelectorAll(selector)].map((item) => item.textContent.trim());
  const more = (row, name) => (row.dataset[name] || "").split("|").filter(Boolean);

  /* What each row can be chosen by. */
  const rows = [...document.querySelectorAll(".timeline .event-row")].map((item) => {
    const titles = new Set(more(item, "titles"));
    const badge = item.querySelector(".why > summary .badge");
    const status = badge ? [...badge.classList].find((name) => name !== "badge") : "none";
    const lane = LANES.find((name) => item.classList.contains(`lane-${name}`));
    return {
      item, lane, marks: [],
      actor: new Set([...texts(item, ".actors > span"), ...more(item, "actors")]),
      place: new Set(texts(item, ".facts > .place")),
      outlet: new Set([...texts(item, ".sources > span").filter((name) => !titles.has(name)), ...more(item, "outlets")]),
      status: new Set(lane === "published" ? [] : [status]),
    };
  });

  const selects = ["actor", "place", "outlet", "status"].map((name) => form.elements[name]).filter(Boolean);
  const boxes = LANES.map((lane) => document.getElementById(`show-${lane}`)).filter(Boolean);
  const laneOf = (box) => box.id.slice("show-".length);
  const language = document.documentElement.lang || undefined;

  /* The strip: days are counted from its first. */
  const strip = document.querySelector(".strip[data-from]");
  const first = strip ? Date.parse(`${strip.dataset.from}T00:00:00Z`) : 0;
  const all = { start: 0, days: strip ? Number(strip.dataset.days) : 0 };
  let view = { ...all };
  const marks = [...document.querySelectorAll(".strip rect[data-day]")].map((rect) => {
    const mark = {
      rect, start: Number(rect.dataset.day), days: Number(rect.dataset.days),
      rows: (rect.dataset.rows || "").split(" ").filter(Boolean).map((index) => rows[Number(index)]).filter(Boolean),
      x: rect.getAttribute("x"), width: rect.getAttribute("width"),
    };
    for (const row of mark.rows) row.marks.push(mark);
    return mark;
  });
  const drawnTicks = strip ? [...strip.querySelectorAll(".tick")] : [];

  const isZoomed = () => view.days < all.days;
  const isInView = (mark) => mark.start < view.start + view.days && mark.start + mark.days > view.start;
  const dateOf = (day) => new Date(first + day * DAY);
  const iso = (day) => dateOf(day).toISOString().slice(0, 10);
  const inWords = (day) => dateOf(day).toLocaleDateString(language, {
    timeZone: "UTC", year: "numeric", month: view.days > 3650 ? undefined : "long", day: view.days > 120 ? undefined : "numeric",
  });

  /* Fills a select with the values that rows have, by name, each with how many have it. */
  const fill = (select) => {
    const counts = new Map();
    for (const row of rows) for (const value of row[select.name]) counts.set(value, (counts.get(value) || 0) + 1);
    if (select.name === "status") {
      for (const option of [...select.options]) if (option.value && !counts.has(option.value)) option.remove();
      return;
    }
    const names = [...counts.keys()].sort((one, other) => one.localeCompare(other, language));
    for (const name of names) select.append(new Option(`${name} (${counts.get(name)})`, name));
    select.parentElement.hidden = names.length < 2;
  };

  const matches = (row) => {
    const box = boxes.find((box) => laneOf(box) === row.lane);
    if (box && !box.checked) return false;
    if (isZoomed() && !row.marks.some(isInView)) return false;
    return selects.every((select) => !select.value || row[select.name].has(select.value));
  };

  const showRows = () => {
    for (const row of rows) row.item.hidden = !matches(row);
    for (const list of document.querySelectorAll(".timeline ol")) {
      const isEmpty = !list.querySelector(".event-row:not([hidden])");
      list.hidden = isEmpty;
      if (list.previousElementSibling?.matches("h3")) list.previousElementSibling.hidden = isEmpty;
    }
    for (const year of document.querySelectorAll(".timeline .year")) {
      year.hidden = !year.querySelector(".event-row:not([hidden])");
    }
  };

  /* The beginnings of the months, years or days that the stretch is told by. */
  const ticks = () => {
    const found = [];
    const last = view.start + view.days;
    if (view.days < 70) {
      const step = view.days > 30 ? 7 : view.days > 16 ? 4 : 2;
      for (let day = view.start; day < last; day += step) found.push([day, { day: "numeric", month: "short" }]);
      return found;
    }
    const step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((months) => view.days / 30.4 / months < 9) || 12000;
    const start = dateOf(view.start);
    let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
    for (;; month += step) {
      const date = new Date(Date.UTC(2000, month % 12, 1));
      date.setUTCFullYear(Math.floor(month / 12));
      const day = Math.round((date - first) / DAY);
      if (day >= last || found.length > 12) return found;
      if (day >= view.start) found.push([day, step < 12 ? { month: "short", year: "numeric" } : { year: "numeric" }]);
    }
  };

  const tick = ([day, format]) => {
    const x = ((day - view.start) / view.days) * 1000;
    const line = document.createElementNS(NS, "line");
    const label = document.createElementNS(NS, "text");
    line.setAttribute("class", "axis tick");
    label.setAttribute("class", "tick");
    for (const [name, value] of [["x1", x], ["x2", x], ["y1", 76], ["y2", 81]]) line.setAttribute(name, value);
    label.setAttribute("x", x);
    label.setAttribute("y", 93);
    label.textContent = dateOf(day).toLocaleDateString(language, { timeZone: "UTC", ...format });
    return [line, label];
  };

  const draw = () => {
    if (!strip) return;
    for (const mark of marks) {
      const isShown = isInView(mark) && (!mark.rows.length || mark.rows.some((row) => !row.item.hidden));
      mark.rect.style.display = isShown ? "" : "none";
      const start = ((mark.start - view.start) / view.days) * 1000;
      const end = start + (mark.days / view.days) * 1000;
      const left = Math.min(Math.max(start, 0), 996);
      mark.rect.setAttribute("x", isZoomed() ? left : mark.x);
      mark.rect.setAttribute("width", isZoomed() ? Math.max(4, Math.min(end, 1000) - left) : mark.width);
    }
    strip.querySelectorAll(".tick").forEach((item) => item.remove());
    strip.append(...(isZoomed() ? ticks().flatMap(tick) : drawnTicks));
    const buttons = (name) => form.querySelector(`[data-zoom=${name}]`);
    buttons("in").disabled = view.days <= SHORTEST;
    buttons("out").disabled = !isZoomed();
    buttons("back").disabled = view.start <= 0;
    buttons("on").disabled = view.start + view.days >= all.days;
  };

  /* Counts by lane, never in one number; and the stretch of time, where it is not the whole. */
  const tell = () => {
    const parts = boxes.filter((box) => box.checked && rows.length).map((box) => {
      const own = rows.filter((row) => row.lane === laneOf(box));
      const shown = own.filter((row) => !row.item.hidden).length;
      const count = form.dataset.of.replace("{n}", shown).replace("{all}", own.length);
      return `${box.labels[0].firstChild.textContent.trim()}: ${count}`;
    });
    if (isZoomed()) parts.push(`${inWords(view.start)} – ${inWords(view.start + view.days - 1)}`);
    document.getElementById("timeline-status").textContent = parts.join(" · ");
  };

  /* What is chosen, as the address has it. */
  const chosen = () => {
    const query = new URLSearchParams();
    for (const select of selects) if (select.value) query.set(select.name, select.value);
    const hidden = boxes.filter((box) => !box.checked && box.defaultChecked).map(laneOf);
    if (hidden.length) query.set("hide", hidden.join(","));
    if (boxes.some((box) => box.checked && !box.defaultChecked)) query.set("show", "published");
    return query;
  };

  const withQuery = (query) => (query.size ? `?${query}` : "");

  const write = () => {
    const query = chosen();
    for (const link of document.querySelectorAll(".shelves a, .neighbours a")) {
      link.href = link.href.replace(/[?#].*$/, "") + withQuery(query);
    }
    if (isZoomed()) {
      query.set("from", iso(view.start));
      query.set("to", iso(view.start + view.days - 1));
    }
    history.replaceState(null, "", location.pathname + withQuery(query) + location.hash);
  };

  const read = () => {
    const query = new URLSearchParams(location.search);
    for (const select of selects) {
      const value = query.get(select.name) || "";
      if (value && ![...select.options].some((option) => option.value === value)) {
        select.append(new Option(`${value} (0)`, value));
        select.parentElement.hidden = false;
      }
      select.value = value;
    }
    const hidden = (query.get("hide") || "").split(",");
    for (const box of boxes) {
      box.checked = box.defaultChecked ? !hidden.includes(laneOf(box)) : query.get("show") === laneOf(box);
    }
    const [from, to] = ["from", "to"].map((name) => Math.round((Date.parse(`${query.get(name)}T00:00:00Z`) - first) / DAY));
    if (strip && from <= to) look(from, to - from + 1);
  };

  const look = (start, days) => {
    const wanted = Math.min(all.days, Math.max(Math.min(SHORTEST, all.days), Math.round(days)));
    view = { start: Math.round(Math.min(Math.max(0, start), all.days - wanted)), days: wanted };
  };

  const show = () => {
    showRows();
    draw();
    tell();
  };

  const change = () => {
    show();
    write();
  };

  /* The middle of what is shown: that of the stretch may be empty. */
  const middle = () => {
    const isChosen = (mark) => boxes.some((box) => box.checked && mark.rect.classList.contains(laneOf(box)))
      && (!mark.rows.length || mark.rows.some((row) => !row.item.hidden));
    const days = marks.filter((mark) => isInView(mark) && isChosen(mark)).map((mark) => mark.start + mark.days / 2);
    return days.length ? days.sort((one, other) => one - other)[days.length >> 1] : view.start + view.days / 2;
  };

  const moves = {
    in: () => look(middle() - view.days / 4, view.days / 2),
    out: () => look(view.start - view.days / 2, view.days * 2),
    back: () => look(view.start - view.days / 2, view.days),
    on: () => look(view.start + view.days / 2, view.days),
  };

  form.addEventListener("change", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("click", (event) => {
    const move = moves[event.target.dataset?.zoom];
    if (!move) return;
    move();
    change();
    if (event.target.disabled) form.querySelector("[data-zoom]:not([disabled])")?.focus();
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    for (const select of selects) select.value = "";
    for (const box of boxes) box.checked = box.defaultChecked;
    view = { ...all };
    change();
  });
  for (const box of boxes) box.addEventListener("change", change);

  /* By pointer a stretch is chosen by drawing over it; the buttons do the same by keyboard. */
  const dayAt = (event) => {
    const box = strip.getBoundingClientRect();
    const share = ((event.clientX - box.left) / box.width * 1004 - 2) / 1000;
    return view.start + Math.min(1, Math.max(0, share)) * view.days;
  };
  let drawn = null;
  const place = (event) => {
    const ends = [drawn.day, dayAt(event)].sort((one, other) => one - other);
    const [left, right] = ends.map((day) => ((day - view.start) / view.days) * 1000);
    for (const [name, value] of [["x", left], ["width", right - left], ["y", 0], ["height", 76]]) {
      drawn.rect.setAttribute(name, value);
    }
    return ends;
  };
  strip?.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.pointerType === "touch") return;
    drawn = { day: dayAt(event), x: event.clientX, rect: document.createElementNS(NS, "rect") };
    drawn.rect.setAttribute("class", "chosen");
    strip.prepend(drawn.rect);
    strip.setPointerCapture(event.pointerId);
  });
  strip?.addEventListener("pointermove", (event) => { if (drawn) place(event); });
  strip?.addEventListener("pointerup", (event) => {
    if (!drawn) return;
    const [start, end] = place(event);
    drawn.rect.remove();
    if (Math.abs(event.clientX - drawn.x) > 6) {
      look(start, end - start);
      change();
    }
    drawn = null;
  });
  strip?.addEventListener("pointercancel", () => {
    drawn?.rect.remove();
    drawn = null;
  });

  for (const select of selects) fill(select);
  form.hidden = !rows.length && !strip;
  read();
  show();
  if (location.search) write();
})();
