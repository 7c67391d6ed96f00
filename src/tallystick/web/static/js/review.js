// One key decides and moves on: it presses the button, or goes to the field, that names it. What is marked stays marked
// from item to item, as long as it is in view.
const MARKED = "marked";
const marks = () => [...document.querySelectorAll(".queue input[name=pick]")];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
  if (typing && event.key === "Escape") event.target.blur();
  if (typing) return;
  const named = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!named) return;
  event.preventDefault();
  if (named.matches("input:not([type=checkbox])")) named.focus();
  else named.click();
});

document.addEventListener("change", () => {
  sessionStorage.setItem(MARKED, JSON.stringify(marks().filter((each) => each.checked).map((each) => each.value)));
});

const held = JSON.parse(sessionStorage.getItem(MARKED) ?? "[]");
for (const each of marks()) each.checked = held.includes(each.value);
