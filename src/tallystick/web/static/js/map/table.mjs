// The table behind the map: every place, in the days that the map shows, made while it is open.
const cell = (words) => {
  const made = document.createElement("td");
  made.className = "number";
  made.textContent = words;
  return made;
};

// `rows` gives what the map shows, `address` where the incidents of a place are listed, `days` the days in words.
export const makeTable = ({ rows, address, days }) => {
  const part = document.getElementById("as-table");
  const body = part.querySelector("tbody");
  const ranks = body.dataset.ranks.split(" ").filter(Boolean).map(Number);
  const row = ({ place, name, number, byCertainty }) => {
    const made = document.createElement("tr");
    const head = document.createElement("th");
    const link = document.createElement("a");
    head.scope = "row";
    link.href = address(place);
    link.textContent = name;
    head.append(link);
    made.append(head, cell(number.toLocaleString("en")), ...ranks.map((rank) => cell(byCertainty.get(rank)?.toLocaleString("en") ?? "")));
    return made;
  };
  let asked = 0;
  const show = () => {
    asked = 0;
    const shown = rows();
    body.replaceChildren(...shown.map(row));
    document.getElementById("days-of-table").textContent = `${shown.length.toLocaleString("en")} places, ${days()}.`;
  };
  const renew = () => {
    if (part.open) asked ||= requestAnimationFrame(show);
  };
  part.addEventListener("toggle", renew);
  renew();
  return { renew };
};
