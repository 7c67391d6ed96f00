// One key decides and moves on: it presses the button, or goes to the field, that names it. What is marked stays marked
// from item to item, as long as it is in view.
const MARKED = "marked";
const marks = () => [...document.querySelectorAll(".queue input[name=pick]")];

// From the field that finds actors to the first that was found; the arrow keys go on from there.
const chooseFirst = (found) => {
  const first = found.querySelector("input");
  if (!first) return;
  first.checked = true;
  first.focus();
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea");
  if (typing && event.key === "Escape") event.target.blur();
  if (["Enter", "ArrowDown"].includes(event.key) && event.target.dataset.finds) {
    event.preventDefault();
    chooseFirst(document.getElementById(event.target.dataset.finds));
  }
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

const showMarks = () => {
  const held = JSON.parse(sessionStorage.getItem(MARKED) ?? "[]");
  for (const each of marks()) each.checked = held.includes(each.value);
};
showMarks();
// The queue is put in place anew when somebody decides elsewhere.
document.addEventListener("htmx:oobAfterSwap", showMarks);
