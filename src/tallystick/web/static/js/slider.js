// What a slider stands at is told while it moves.
document.addEventListener("input", ({ target }) => {
  const told = document.getElementById(target.dataset.toldBy);
  if (told) told.textContent = target.value;
});
