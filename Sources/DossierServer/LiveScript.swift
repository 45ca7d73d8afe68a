/// What an open page does when the site changes: script and style, served and never written to disk.
enum LiveScript {
  /// Listens to the server, loads the page anew where it was, and shows what is wrong.
  ///
  /// A page that nobody sees does not listen: browsers keep few connections to a server, and each listener takes one.
  static let script = #"""
    (() => {
      "use strict";
      const tag = document.currentScript;
      const folder = tag.src.slice(0, tag.src.lastIndexOf("/") + 1);
      const key = "dossier-place:" + location.pathname;
      const folds = () => [...document.querySelectorAll("details")];

      function keepPlace() {
        const open = folds().flatMap((fold, index) => (fold.open ? [index] : []));
        sessionStorage.setItem(key, JSON.stringify({ x: scrollX, y: scrollY, count: folds().length, open }));
      }

      function findPlace() {
        const kept = sessionStorage.getItem(key);
        if (!kept) return;
        sessionStorage.removeItem(key);
        const { x, y, count, open } = JSON.parse(kept);
        if (folds().length === count) folds().forEach((fold, index) => { fold.open = open.includes(index); });
        const scroll = () => scrollTo({ left: x, top: y, behavior: "instant" });
        scroll();
        addEventListener("load", scroll, { once: true });
      }

      // What somebody is writing is not thrown away: the page waits until the field is left.
      function loadAnew() {
        const field = document.activeElement;
        if (field && "defaultValue" in field && field.value !== field.defaultValue) {
          field.addEventListener("blur", loadAnew, { once: true });
          return;
        }
        keepPlace();
        location.reload();
      }

      let panel;
      function makePanel() {
        const style = document.createElement("link");
        style.rel = "stylesheet";
        style.href = folder + "live.css";
        document.head.append(style);
        panel = document.createElement("div");
        panel.id = "dossier-trouble";
        panel.hidden = true;
        document.body.append(panel);
      }

      function element(name, text, parts = []) {
        const made = document.createElement(name);
        if (text) made.textContent = text;
        made.append(...parts);
        return made;
      }

      function row(told) {
        const place = told.place ? [element("code", told.place), " "] : [];
        const item = element("li", "", [...place, element("b", told.severity), ": " + told.message + " "]);
        if (told.remedy) item.append(element("span", "To do: " + told.remedy));
        item.dataset.severity = told.severity;
        return item;
      }

      function show(trouble) {
        if (!panel && !trouble.headline) return;
        if (!panel) makePanel();
        panel.hidden = !trouble.headline;
        panel.setAttribute("role", trouble.isSerious ? "alert" : "status");
        panel.dataset.serious = trouble.isSerious;
        if (!trouble.headline) return panel.replaceChildren();
        const list = element("ul", "", trouble.shown.map(row));
        const details = element("details", "", [element("summary", trouble.headline), list]);
        details.open = trouble.isSerious;
        if (trouble.more) list.append(element("li", trouble.more));
        list.tabIndex = 0;
        list.setAttribute("aria-label", "What is wrong");
        const hide = element("button", "Hide until the next build");
        hide.type = "button";
        hide.addEventListener("click", () => { panel.hidden = true; });
        panel.replaceChildren(details, hide);
      }

      let source;
      function listen() {
        if (document.hidden) {
          source?.close();
          source = undefined;
          return;
        }
        if (source) return;
        source = new EventSource(folder + "events");
        source.addEventListener("site", event => {
          if (event.data !== tag.dataset.site) loadAnew();
        });
        source.addEventListener("trouble", event => show(JSON.parse(event.data)));
        source.addEventListener("error", () => {
          // Where the server is gone for good the browser gives up; it is asked again until it is back.
          if (source?.readyState !== EventSource.CLOSED) return;
          source = undefined;
          setTimeout(listen, 1000);
        });
      }

      findPlace();
      document.addEventListener("visibilitychange", listen);
      addEventListener("pagehide", () => { source?.close(); source = undefined; });
      addEventListener("pageshow", event => { if (event.persisted) listen(); });
      listen();
    })();

    """#

  static let style = """
    #dossier-trouble {
      position: fixed; inset: auto 0 0 0; z-index: 1000; box-sizing: border-box; max-height: 45vh; overflow: auto;
      padding: 0.6rem 1rem; font: 0.9rem/1.45 system-ui, sans-serif; text-align: start;
      background: #fff8e1; color: #201a00; border-top: 3px solid #a06a00;
    }
    #dossier-trouble[data-serious="true"] { background: #fff0ee; color: #2b0500; border-top-color: #b3261e; }
    #dossier-trouble[hidden] { display: none; }
    #dossier-trouble summary { font-weight: 700; cursor: pointer; }
    #dossier-trouble ul { margin: 0.5rem 0; padding-inline-start: 1.2rem; }
    #dossier-trouble li { margin: 0.25rem 0; }
    #dossier-trouble code { font-family: ui-monospace, monospace; overflow-wrap: anywhere; color: inherit;
      background: none; }
    #dossier-trouble button { font: inherit; color: inherit; background: none; border: 1px solid currentcolor;
      border-radius: 3px; padding: 0.1rem 0.6rem; cursor: pointer; }
    @media print { #dossier-trouble { display: none; } }

    """
}
