// How far a job is, as the server tells it; when it is over, the page is loaded with what came of it.
(() => {
  const words = document.getElementById("words");
  const progress = document.getElementById("progress");
  const events = new EventSource(words.dataset.events);
  events.addEventListener("message", (event) => {
    const told = JSON.parse(event.data);
    if (words.textContent !== told.words) words.textContent = told.words;
    if (told.total) {
      progress.max = told.total;
      progress.value = told.done;
    }
    if (told.is_over) {
      events.close();
      location.reload();
    }
  });
})();
