// Files dropped are files chosen; what would be refused is told before it is sent.
(() => {
  const form = document.querySelector("[data-drop]");
  const chosen = form.querySelector("input[type=file]");
  const look = () => {
    const files = [...chosen.files];
    const bytes = files.reduce((sum, file) => sum + file.size, 0);
    const { mostFiles, mostMb } = form.dataset;
    const many = files.length > Number(mostFiles);
    const large = bytes > Number(mostMb) * 1e6 - 1e5;
    const why = many ? `${files.length} files: more than ${mostFiles} at once.` : large ? `More than ${mostMb} MB at once.` : "";
    chosen.setCustomValidity(why);
    form.querySelector("[data-refusal]").textContent = why;
  };
  chosen.addEventListener("change", look);
  for (const name of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.toggle("over", name === "dragover");
    });
  }
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer.files.length) return;
    chosen.files = event.dataTransfer.files;
    look();
  });
})();
