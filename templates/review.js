/* In the preview server the matters of the review page are settled with a click: the line is added to the editor's own.
   From disk there is no server to do it, so the page stays as it is. */
"use strict";

(() => {
  const hooks = document.querySelector("script[data-hooks]")?.dataset.hooks;
  if (!hooks) return;
  const remembered = "dossier-editor";

  const send = (answer) => fetch(`${hooks}decisions`, {
    method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(answer),
  });

  const element = (name, text, attributes = {}) => {
    const made = document.createElement(name);
    made.textContent = text;
    Object.assign(made, attributes);
    return made;
  };

  const settle = async (matter, verdict) => {
    const lines = [...matter.querySelectorAll("code.line")].map((line) => line.textContent.trim());
    const by = document.querySelector(".editor-name input").value.trim();
    const buttons = matter.querySelectorAll("button");
    const status = matter.querySelector("[role=status]");
    buttons.forEach((button) => { button.disabled = true; });
    try {
      const response = await send({ verdict, lines, by });
      const told = await response.json();
      status.textContent = response.ok ? `Added to ${told.path}: ${told.lines.join(" · ")}` : told.message;
      if (response.ok) return matter.classList.add("settled");
    } catch {
      status.textContent = "The server did not answer; is it still running?";
    }
    buttons.forEach((button) => { button.disabled = false; });
  };

  const equip = (matter) => {
    const lines = [...matter.querySelectorAll("code.line")];
    if (lines.length === 0) return;
    for (const line of lines) {
      line.contentEditable = "plaintext-only";
      line.setAttribute("role", "textbox");
      line.setAttribute("aria-label", "Line to add");
      line.spellcheck = false;
    }
    const row = element("p", "", { className: "answers" });
    const add = (text, verdict) => {
      const button = element("button", text, { type: "button" });
      button.addEventListener("click", () => settle(matter, verdict));
      row.append(button, " ");
    };
    add("Accept", "accept");
    if (matter.hasAttribute("data-suggestion")) add("Reject", "reject");
    const status = element("span", "");
    status.setAttribute("role", "status");
    row.append(status);
    matter.append(row);
  };

  const begin = async () => {
    // A server that other machines reach takes no answers.
    const response = await send({ verdict: "accept", lines: [] }).catch(() => null);
    if (!response?.ok) return;
    const name = element("input", "", { type: "text", value: localStorage.getItem(remembered) ?? "" });
    name.addEventListener("change", () => localStorage.setItem(remembered, name.value.trim()));
    const label = element("label", "Sign answers with the name ", { className: "editor-name" });
    label.append(name);
    document.querySelector("h1").after(label);
    document.querySelectorAll(".matters > li").forEach(equip);
  };
  begin();
})();
