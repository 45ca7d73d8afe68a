/* The search page. `searchEngine` finds; it runs in a worker made from its own source, which a page opened from disk
   may do, or on the page where there are no workers. What follows it shows what was found. */
"use strict";

/* Finds pages in the index that the build wrote; `read` gives the text of a shard by its name.

   The head says which pages are which (names first, then events, then articles) and which word each shard begins
   with; so a search reads one shard for each word, and shards of pages for those that are shown. Self-contained,
   because it is handed to the worker as text. */
dossier.searchEngine = (read) => {
  const weights = { exact: 1, piece: 0.9, prefix: 0.7, guess: 0.5 };
  const plain = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ı": "i", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ς": "σ" };
  const alone = "\\u0E00-\\u0E7F\\u3040-\\u30FF\\u3400-\\u9FFF\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}";
  const wordPattern = new RegExp(`[${alone}]|(?:(?![${alone}])[\\p{L}\\p{N}\\p{M}\\p{Cf}'‘’ʼ])+`, "gu");

  /* As the build folds: lower case, without diacritics, marks and apostrophes. */
  const fold = (word) => word.toLowerCase().normalize("NFD").replace(/[\p{Mn}\p{Cf}'‘’ʼ]/gu, "")
    .replace(/[ßæœøıłđðþς]/g, (letter) => plain[letter]);
  const pieces = (word) => word.split(/['‘’ʼ]/u).map(fold).filter((piece) => piece.length > 1);
  const wordsOf = (text) => text.match(wordPattern) ?? [];
  const reversed = (word) => [...word].reverse().join("");

  const digits = new Uint8Array(128);
  [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"].forEach((digit, value) => {
    digits[digit.charCodeAt(0)] = value;
  });

  /* Numbers in base 32, the lowest digit first. */
  const numbers = (field) => {
    const found = [];
    let value = 0;
    let shift = 0;
    for (let at = 0; at < field.length; at++) {
      const digit = digits[field.charCodeAt(at)];
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit & 32) continue;
      found.push(value);
      value = shift = 0;
    }
    return found;
  };

  const eachPage = (field, base, take) => {
    const list = numbers(field);
    let at = 0;
    while (at < list.length) {
      const head = list[at++];
      let page = base;
      for (let left = head >> 3; left > 0; left--) {
        page += list[at++];
        take(page++, head & 7);
      }
    }
  };

  let head = null;
  const readHead = async () => {
    const text = await read("head");
    if (!text) return null;
    const rows = text.split("\n").map((row) => row.split("\t"));
    const [pages, texts, shift, firstLine, firstText] = rows[0].map(Number);
    let next = 0;
    let last = { kind: "", outlet: "", year: "" };
    /* A run's kind and outlet are those of the run before where they are left out, its year the one before. */
    const groups = rows[3].filter(Boolean).map((row) => {
      const [count, kind, outlet, year] = row.split(" ");
      const first = next;
      next += Number(count);
      last = {
        kind: kind ? rows[1][Number(kind)] : last.kind,
        outlet: outlet === "-" ? "" : outlet ? rows[2][Number(outlet)] : last.outlet,
        year: year === "-" ? "" : year || (last.year && String(Number(last.year) - 1)),
      };
      return { first, ...last };
    });
    return { pages, texts, shift, firstLine, firstText, groups, words: rows[4], ends: rows[5], starts: rows[6] };
  };

  const groupOf = (page) => {
    let low = 0;
    let high = head.groups.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (head.groups[middle].first <= page) low = middle; else high = middle;
    }
    return head.groups[low];
  };

  /* The rows of a shard of words, taken apart once. */
  const lists = new Map();
  const rowsOf = async (family, number) => {
    const name = `${family}-${number}`;
    if (!lists.has(name)) {
      let last = "";
      lists.set(name, (await read(name)).trimEnd().split("\n").map((row) => {
        const [coded, texts = "", more = "", names = "", lines = ""] = row.split(" ");
        last = last.slice(0, digits[coded.charCodeAt(0)]) + coded.slice(1);
        return { word: last, texts, more, names, lines };
      }));
    }
    return lists.get(name);
  };

  /* The last shard that begins at or before a word. */
  const shardOf = (firsts, word) => {
    let low = 0;
    let high = firsts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (firsts[middle] <= word) low = middle; else high = middle;
    }
    return low;
  };

  /* The rows of words that begin alike; of many shards the first ones. */
  const rowsWith = async (family, start, most) => {
    const firsts = head[family];
    const first = shardOf(firsts, start);
    const last = Math.min(shardOf(firsts, `${start}\uFFFF`), first + most - 1);
    const shards = [];
    for (let number = first; number <= last; number++) shards.push(rowsOf(family, number));
    return (await Promise.all(shards)).flat().filter((row) => row.word.startsWith(start));
  };

  const rowOf = async (word) =>
    (await rowsOf("words", shardOf(head.words, word))).find((row) => row.word === word);

  const frequency = (row) => {
    if (row.more) return numbers(row.more)[0];
    let count = 0;
    eachPage(row.texts, 0, () => count++);
    return count;
  };

  /* Wrong, missing, added and swapped letters between two words (Damerau 1964, neighbours swapped once). */
  const distance = (one, other) => {
    let before = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      for (let j = 1; j <= other.length; j++) {
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = row;
    }
    return last[other.length];
  };

  /* The words closest to a word, as many letters off as its length forgives. */
  const nearest = (word, others) => {
    const most = word.length < 8 ? 1 : 2;
    const near = others.filter((other) => Math.abs(other.length - word.length) <= most)
      .map((other) => ({ other, far: distance(word, other) })).filter(({ far }) => far <= most)
      .sort((one, two) => one.far - two.far || (one.other < two.other ? -1 : 1));
    return near.filter(({ far }) => far === near[0].far).slice(0, 4).map(({ other }) => other);
  };

  /* Words that a word may be a slip for, one half of it being right: those of names, and where there are none, those
     of texts that begin like it. */
  const guesses = async (word) => {
    if (word.length < 4) return [];
    const half = word.length >> 1;
    const [heads, tails] = await Promise.all([
      rowsWith("starts", word.slice(0, half), 3), rowsWith("ends", reversed(word.slice(half)), 2),
    ]);
    const candidates = new Set(heads.map((row) => row.word));
    for (const row of tails) candidates.add(reversed(row.word));
    const names = nearest(word, [...candidates].filter((other) => other !== word));
    const alike = names.length ? [] : await rowsWith("words", word.slice(0, 3), 2);
    const closest = names.length ? names : nearest(word, alike.map((row) => row.word).filter((other) => other !== word));
    return (await Promise.all(closest.map(rowOf))).filter(Boolean);
  };

  /* The rows that a word of the query leads to, each with how well it fits. */
  const alternatives = async (typed, isGrowing) => {
    const word = fold(typed);
    const found = new Map();
    const add = (row, weight) => { if (row && !found.has(row.word)) found.set(row.word, { row, weight }); };
    const exact = await rowOf(word);
    add(exact, weights.exact);
    for (const piece of pieces(typed)) if (piece !== word) add(await rowOf(piece), weights.piece);
    if (isGrowing && word.length > 1) {
      const longer = (await rowsWith("words", word, 2)).filter((row) => row.word !== word);
      longer.forEach((row) => { row.frequency ??= frequency(row) + (row.names ? 50 : 0); });
      longer.sort((one, two) => two.frequency - one.frequency || (one.word < two.word ? -1 : 1));
      for (const row of longer.slice(0, 24)) add(row, weights.prefix);
    }
    const isRare = !exact ? found.size === 0 : !exact.names && frequency(exact) < 3;
    const rows = [...found.values()];
    return { word, rows, isDoubtful: isRare && !rows.some(({ row }) => row.names) };
  };

  /* The same with the words that it may be a slip for, where it is one that hardly anything has. */
  const guessed = async ({ word, rows, isDoubtful }) => {
    if (!isDoubtful) return rows;
    const known = new Set(rows.map(({ row }) => row.word));
    const others = (await guesses(word)).filter((row) => !known.has(row.word));
    return [...rows, ...others.map((row) => ({ row, weight: weights.guess }))];
  };

  /* Adds up what each page has of each word; `isWhole` reads the further pages of frequent words too. */
  const tally = async (terms, isWhole) => {
    const scores = new Float32Array(head.pages);
    const hits = new Uint8Array(head.pages);
    const best = new Float32Array(head.pages);
    let wanted = 0;
    let isCut = false;
    let isVague = false;
    for (const rows of terms) {
      const pages = [];
      let rarity = 0;
      let tellsApart = rows.length === 0;
      const more = await Promise.all(rows.map(async ({ row }) => {
        const [count, shard] = numbers(row.more);
        rarity = Math.max(rarity, count ?? 0);
        if (row.more && !shard) return "";
        tellsApart = true;
        if (!row.more) return "";
        if (!isWhole) isCut = true;
        if (!isWhole) return "";
        const text = `\n${await read(`more-${shard - 1}`)}`;
        const start = text.indexOf(`\n${row.word}\t`);
        return start < 0 ? "" : text.slice(start + row.word.length + 2, text.indexOf("\n", start + 1));
      }));
      rows.forEach(({ row, weight }, at) => {
        const take = (page, level) => {
          const value = (level + 1) * weight;
          if (best[page] === 0) pages.push(page);
          if (best[page] < value) best[page] = value;
        };
        eachPage(row.texts, head.firstText, take);
        eachPage(more[at], head.firstText, take);
        eachPage(row.lines, head.firstLine, take);
        eachPage(row.names, 0, take);
      });
      const idf = Math.log(1 + head.pages / (1 + Math.max(rarity, pages.length)));
      for (const page of pages) {
        scores[page] += best[page] * idf;
        if (tellsApart) hits[page]++;
        best[page] = 0;
      }
      if (tellsApart) wanted++;
      else isVague = true;
    }
    return { scores, hits, wanted, isCut, isVague: isVague && wanted === 0 };
  };

  const isActor = (kind) => kind !== "place" && kind !== "event" && kind !== "article";
  const fits = (group, filter) => (!filter.kind || (filter.kind === "actor" ? isActor(group.kind) : group.kind === filter.kind))
    && (!filter.outlet || group.outlet === filter.outlet) && (!filter.year || group.year === filter.year);

  /* The pages found, the best first, by section; and how many there are of each facet. */
  const ranked = ({ scores, hits, wanted }, filter) => {
    const sections = { names: [], lines: [], texts: [] };
    const most = { names: 0, lines: 0, texts: 0 };
    const section = (page) => (page < head.firstLine ? "names" : page < head.firstText ? "lines" : "texts");
    for (let page = 0; page < head.pages; page++) {
      if (scores[page] === 0) continue;
      const name = section(page);
      sections[name].push(page);
      if (hits[page] > most[name]) most[name] = hits[page];
    }
    const counts = { kind: {}, outlet: {}, year: {} };
    const count = (facet, value) => { if (value) counts[facet][value] = (counts[facet][value] ?? 0) + 1; };
    for (const name of Object.keys(sections)) {
      /* Pages with all the words; of names and events those with most, where none has all. */
      const least = Math.min(wanted, most[name]);
      sections[name] = sections[name].filter((page) => hits[page] >= least).filter((page) => {
        const group = groupOf(page);
        if (fits(group, { ...filter, kind: "" })) count("kind", isActor(group.kind) ? "actor" : group.kind);
        if (fits(group, { ...filter, outlet: "" })) count("outlet", group.outlet);
        if (fits(group, { ...filter, year: "" })) count("year", group.year);
        return fits(group, filter);
      });
      sections[name].sort((one, two) => scores[two] - scores[one] || one - two);
    }
    return { sections, counts, isPartial: most.texts < wanted };
  };

  const card = async (page) => {
    const rows = (await read(`pages-${page >> head.shift}`)).split("\n");
    const [path, title, note] = (rows[page & ((1 << head.shift) - 1)] ?? "").split("\t");
    return { page, path, title, note };
  };

  /* A stretch of words, those that were looked for marked: pairs of text and whether it is. */
  const marked = (text, isFound) => {
    const parts = [];
    let end = 0;
    for (const match of text.matchAll(wordPattern)) {
      if (!isFound(match[0])) continue;
      parts.push([text.slice(end, match.index), false], [match[0], true]);
      end = match.index + match[0].length;
    }
    parts.push([text.slice(end), false]);
    return parts.filter(([words]) => words);
  };

  /* The two sentences of an article that have most of the words. */
  const snippets = async (path, terms, tools) => {
    const found = tools.record(await read(`texts-${tools.place(path, head.texts)}`), path);
    if (!found) return [];
    const sets = terms.map((rows) => new Set(rows.map(({ row }) => row.word)));
    const has = (set, word) => set.has(fold(word)) || (/['‘’ʼ]/u.test(word) && pieces(word).some((piece) => set.has(piece)));
    const scored = found.sentences.map(([anchor, text], at) => {
      const words = wordsOf(text ?? "");
      return { anchor, text, at, hits: sets.filter((set) => words.some((word) => has(set, word))).length };
    });
    const best = scored.filter(({ hits }) => hits).sort((one, two) => two.hits - one.hits || one.at - two.at);
    return best.slice(0, best[0]?.hits === sets.length ? 2 : 1).map(({ anchor, text }) => (
      { anchor, parts: marked(text, (word) => sets.some((set) => has(set, word))) }));
  };

  /* Searches, and tells what it has as soon as it has it; `isCurrent` says whether somebody still waits for it. */
  const find = async (query, { filter, limits, tools, tell, isCurrent }) => {
    head ??= await readHead();
    const typed = wordsOf(query).filter((word) => fold(word)).slice(0, 12);
    const isGrowing = !/[\s.,;:!?"”»)]$/u.test(query);
    const found = head && await Promise.all(typed.map((word, at) => alternatives(word, isGrowing && at === typed.length - 1)));
    let terms = (found ?? []).map(({ rows }) => rows);
    const slips = () => [...new Set(terms.flat().filter(({ weight }) => weight === weights.guess).map(({ row }) => row.word))];
    const show = async (isWhole, most, isSure = true) => {
      const tallied = await tally(terms, isWhole);
      const { sections, counts, isPartial } = ranked(tallied, filter);
      const names = Object.keys(sections);
      const cards = await Promise.all(names.map((name) =>
        Promise.all(sections[name].slice(0, Math.min(limits[name], most)).map(card))));
      const shown = Object.fromEntries(names.map((name, at) => [name, cards[at]]));
      const totals = Object.fromEntries(names.map((name) => [name, sections[name].length]));
      const isDone = isSure && (isWhole || !tallied.isCut);
      if (isCurrent()) tell({ shown, totals, counts, isPartial, isVague: tallied.isVague, guessed: slips(), isDone });
      return { isDone, shown };
    };
    if (typed.length === 0 || !head) return tell({ shown: { names: [], lines: [], texts: [] }, totals: {}, counts: {}, isDone: true });
    /* The first of each sort at once, from what is there, before words are guessed at that nothing has; then all that
       are asked for, from all there is. */
    if (found.some(({ isDoubtful }) => isDoubtful)) {
      if (found.some(({ isDoubtful, rows }) => !isDoubtful && rows.length)) await show(false, 1, false);
      terms = await Promise.all(found.map(guessed));
      if (!isCurrent()) return;
    }
    let state = await show(false, 1);
    if (isCurrent()) state = await show(!state.isDone, Infinity);
    await Promise.all(state.shown.texts.map(async ({ page, path }) => {
      if (!isCurrent()) return;
      const sentences = await snippets(path, terms, tools);
      if (isCurrent()) tell({ page, sentences });
    }));
    if (isCurrent()) tell({ isComplete: true });
  };

  return { find, fold, wordsOf };
};

/* The engine in a worker, or here. `find` takes what is looked for and a function that is told what is found. */
dossier.searcher = (() => {
  const { read, record, place, searchEngine } = dossier;
  let last = 0;

  const onPage = () => {
    const engine = searchEngine(read);
    return (query, filter, limits, tell) => {
      const number = ++last;
      engine.find(query, { filter, limits, tools: { record, place }, tell, isCurrent: () => number === last });
    };
  };

  const inWorker = (refused) => {
    const source = `"use strict"; const dossier = {}; const waiting = new Map(); let last = 0;
      const tools = { record: ${record}, place: ${place} };
      const engine = (${searchEngine})((name) => {
        if (!waiting.has(name)) {
          const entry = {};
          entry.text = new Promise((resolve) => { entry.resolve = resolve; });
          waiting.set(name, entry);
          postMessage({ name });
        }
        return waiting.get(name).text;
      });
      onmessage = ({ data }) => {
        if (data.name) return waiting.get(data.name).resolve(data.text);
        last = data.number;
        engine.find(data.query, { ...data, tools, isCurrent: () => data.number === last,
          tell: (told) => postMessage({ number: data.number, told }) });
      };`;
    const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
    let listener = null;
    worker.onerror = refused;
    worker.onmessage = async ({ data }) => {
      if (data.name) worker.postMessage({ name: data.name, text: await read(data.name) });
      else if (data.number === last) listener(data.told);
    };
    return (query, filter, limits, tell) => {
      listener = tell;
      worker.postMessage({ query, filter, limits, number: ++last });
    };
  };

  let run = null;
  let waiting = null;
  /* A host may forbid workers: at once, or by a policy that is told only later. */
  const change = (event) => {
    event?.preventDefault();
    run = onPage();
    if (waiting) run(...waiting);
  };
  try {
    run = inWorker(change);
  } catch {
    change();
  }
  return (...search) => {
    waiting = search;
    run(...search);
  };
})();

/* The page: a box, filters, results. */
(() => {
  const form = document.getElementById("search");
  if (!form) return;
  const [box, kind, outlet, year] = ["q", "kind", "outlet", "year"].map((name) => form.elements[name]);
  const results = document.getElementById("results");
  const status = document.getElementById("search-status");
  const words = form.dataset;
  const { root } = dossier;
  let more = 0;

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  };

  const link = (href, ...children) => {
    const made = element("a", "", ...children);
    made.href = root + href;
    return made;
  };

  const row = ({ page, path, title, note }) => {
    const made = element("li", "result", element("p", "headline", link(path, title)), element("p", "facts", note));
    made.dataset.page = page;
    return made;
  };

  const addSentences = ({ page, sentences }) => {
    const place = results.querySelector(`[data-page="${page}"]`);
    if (!place || place.querySelector(".cited") || !sentences.length) return;
    const path = place.querySelector("a").getAttribute("href").slice(root.length);
    place.append(element("ul", "cited", ...sentences.map(({ anchor, parts }) => {
      const text = parts.map(([part, isFound]) => (isFound ? element("mark", "", part) : part));
      return element("li", "", link(`${path}#${anchor}`, ...text));
    })));
  };

  /* The values of a facet with how many pages have each, the chosen one kept. */
  const setOptions = (select, counts) => {
    const chosen = select.value;
    const values = Object.keys(counts).sort((one, two) => (select === year ? two.localeCompare(one) : one.localeCompare(two)));
    if (chosen && !values.includes(chosen)) values.unshift(chosen);
    select.replaceChildren(select.options[0], ...values.map((value) => new Option(`${value} (${counts[value] ?? 0})`, value)));
    select.value = chosen;
  };

  const setCounts = (counts) => {
    setOptions(outlet, counts.outlet ?? {});
    setOptions(year, counts.year ?? {});
    for (const option of [...kind.options].slice(1)) {
      option.textContent = `${option.dataset.label} (${counts.kind?.[option.value] ?? 0})`;
    }
  };

  const section = (name, { shown, totals }) => {
    if (!shown[name].length) return [];
    const parts = [element("h2", "", words[name]), element("ol", "results", ...shown[name].map(row))];
    if (totals[name] > shown[name].length) {
      const button = element("button", "more", words.more);
      button.type = "button";
      button.onclick = () => { more += 20; search(); };
      parts.push(button);
    }
    return [element("section", "", ...parts)];
  };

  const show = (told) => {
    if (told.sentences) return addSentences(told);
    if (told.isComplete) return;
    const focused = results.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    results.replaceChildren(...["names", "lines", "texts"].flatMap((name) => section(name, told)));
    if (focused) [...results.querySelectorAll("a")].find((a) => a.getAttribute("href") === focused)?.focus();
    if (told.isDone) setCounts(told.counts);
    const total = Object.values(told.totals).reduce((sum, count) => sum + count, 0);
    const isEmpty = !box.value.trim();
    const guessed = told.guessed?.length ? `${words.guessed} ${told.guessed.join(", ")}` : "";
    const remark = told.isVague ? words.vague : told.isPartial ? words.partial : "";
    status.textContent = isEmpty ? "" : !told.isDone ? words.busy
      : total === 0 ? words.none : [`${words.found} ${total}`, guessed, remark].filter(Boolean).join(" · ");
    document.body.classList.toggle("is-searching", !isEmpty);
  };

  const search = () => {
    const query = box.value;
    const filter = { kind: kind.value, outlet: outlet.value, year: year.value };
    const parameters = new URLSearchParams();
    if (query.trim()) parameters.set("q", query);
    for (const [name, value] of Object.entries(filter)) if (value) parameters.set(name, value);
    const address = parameters.toString();
    history.replaceState(null, "", address ? `?${address}` : location.pathname);
    const few = filter.kind ? 20 : 5;
    dossier.searcher(query, filter, { names: few + more, lines: few + more, texts: 10 + more }, show);
  };

  const links = () => [...results.querySelectorAll("a, button")];
  const step = (by) => {
    const all = links();
    const next = all.indexOf(document.activeElement) + by;
    if (next < 0) box.focus(); else all[Math.min(next, all.length - 1)]?.focus();
  };

  let timer = 0;
  box.addEventListener("input", () => {
    more = 0;
    clearTimeout(timer);
    timer = setTimeout(search, 60);
  });
  for (const select of [kind, outlet, year]) select.addEventListener("change", () => { more = 0; search(); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    links()[0]?.focus();
  });
  addEventListener("keydown", (event) => {
    const isInside = results.contains(document.activeElement);
    if (event.target !== box && !isInside) return;
    if (event.key === "ArrowDown") step(1);
    else if (event.key === "ArrowUp" && isInside) step(-1);
    else if (event.key === "Escape" && isInside) box.focus();
    else if (event.key === "Escape" && box.value) { box.value = ""; search(); }
    else return;
    event.preventDefault();
  });

  const given = new URLSearchParams(location.search);
  for (const select of [outlet, year]) {
    const value = given.get(select.name);
    if (value) select.add(new Option(value, value, true, true));
  }
  kind.value = given.get("kind") ?? "";
  if (kind.selectedIndex < 0) kind.value = "";
  box.value = given.get("q") ?? "";
  form.hidden = false;
  if (box.value) {
    search();
    // Where keys are at hand, they go through what was found; elsewhere this would call up a keyboard over it.
    if (matchMedia("(hover: hover)").matches) box.focus();
  }
  box.addEventListener("focus", () => dossier.read("head"), { once: true });
})();
