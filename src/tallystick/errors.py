"""Every error that a user can meet: its code and its text, in one place.

A message names the file and the cause, and says what to do. ``docs/reference/errors.md`` is generated from here.
"""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Error codes. A code is never used again for something else."""

    E101 = "{path}: not found; check the path"
    E102 = "{path}: cannot be read ({cause}); check its permissions"
    E103 = "{path}: is empty; nothing to read"
    E104 = "{path}: is {size} MB, over the limit of {limit} MB; split it, or raise --max-mb"
    E105 = "{path}: is binary, not text; convert it to text first"
    E106 = "{path}: no known text encoding fits; save it as UTF-8"
    E107 = "{path}:{line}: not valid JSON ({cause}); mend the line"
    E108 = "{path}:{line}: has no text; give it a 'text' field"
    E109 = "{path}: {value} is no day of the calendar; the report is kept without a publication day"
    E110 = "{path}: no text found in the HTML; save the article as plain text"
    E111 = "{path}: files of type {suffix} are not read; convert it to text, HTML or JSON lines"
    E112 = "{path}: same text as {other}; taken in once"
    E113 = "{path}: two publication days, {first} and {second}; the first is kept"
    E114 = "{path}: is not UTF-8; read as {encoding}, which is a guess; save it as UTF-8"
    E201 = "{report}: no reader for language '{language}'; stored, listed and counted, not read"
    E202 = "{report}: reading failed ({cause}); the report is stored, please report the fault"
    E203 = "{report}: a quote is no literal substring of its report; mention dropped"
    E204 = "{path}: the trained reader's weights do not fit ({cause}); install Tallystick anew, or pass --reader rules"
    E301 = "{path}: cannot be opened as a ledger ({cause})"
    E302 = "{id}: no such incident in this ledger"
    E303 = "{path}: there is no ledger; make one with 'tallystick ingest PATH --ledger {path}'"
    E304 = "{id}: no such decision in the journal"
    E305 = "{field}: not a field that can be edited; one of {fields}"
    E306 = "{value}: not a value for {field} ({cause})"
    E307 = "{path}: made by a newer Tallystick (schema {found}); update Tallystick"
    E308 = "{id}: no such mention in incident {incident}"
    E311 = "{id}: changed since you saw it: {changes}; look again with 'tallystick show {id}', then decide"
    E312 = "{value}: no report tells that of {field} (told: {told}); set it with 'tallystick review edit'"
    E313 = "{id}: there are no two sides to it; name two incidents, or some of the mentions of one"
    E314 = "{id}: taken back already: {undo}"
    E315 = "{id}: no incident of this ledger has such a mention"
    E321 = (
        "{path}: no space left to write ({cause}); the last step was not kept, all before it was; "
        "make space and run the command again"
    )
    E322 = (
        "{path}: another process has been writing for more than {seconds} s; the last step was not kept; run the "
        "command again when it has ended, or set TALLYSTICK_LOCK_SECONDS to wait longer"
    )
    E323 = (
        "{path}: the database server went away ({cause}); the last step was not kept, all before it was; "
        "run the command again when it is back"
    )
    E324 = "{path}: is there already; name another file, or pass --replace"
    E325 = "{path}: the ledger is not empty; name another, or pass --replace to put the backup in its place"
    E326 = "{path}: not a whole backup ({cause}); take another one"
    E327 = "{path}: cannot be written ({cause}); nothing was changed"
    E328 = "{value}: not a number of seconds; set TALLYSTICK_LOCK_SECONDS to a number of at least 0"
    E329 = "{id}: no incident, claim, tally or report of this ledger has that id; the lists of each give the ids"
    E330 = "{id}: stands for no incident any more ({why}); 'tallystick log {id}' tells what became of it"
    E331 = "{id}: a relation that a report tells; it can be accepted, rejected or noted as unsure, not {act}"
    E332 = "{id}: no such report in this ledger; 'tallystick reports' lists them"
    E401 = "{path}: {cause}; mend the knowledge file"
    E402 = "{path}: is no knowledge pack, it has no pack.yaml; see docs/how-to/add-knowledge.md"
    E403 = "{name}: there is a pack of that name; choose another, or pass --replace if you added it yourself"
    E404 = "{path}: packs cannot be kept there ({cause}); name another folder with --knowledge"
    E405 = "{name}: no such pack was added; 'tallystick knowledge list' tells which were"
    E406 = "{name}: another pack needs it ({cause}); remove that one first"
    E501 = "{value}: not a date; write YYYY-MM-DD"
    E502 = "{value}: not a moment; write a day (YYYY-MM-DD), a time (YYYY-MM-DDTHH:MM) or a derivation's number"
    E601 = "{path}: not gold data of format {form} ({cause}); see docs/reference/gold-formats.md"
    E602 = "the package {package} is missing, with which this is scored; install it: pip install {package}"
    E701 = (
        "{path}: cannot be written ({cause}); what was there still is, and the ledger is whole; make space or name "
        "another place, then write it again"
    )
    E801 = "{name}={value}: does not fit; give {wanted}"
    E802 = "{path}: no such page"
    E803 = "this page was not asked for from Tallystick itself; go back, load the page again and send it anew"
    E804 = "{host}: not an address of this server; it answers at {hosts}"
    E805 = "more than {limit} MB were sent at once; send fewer, or take them in with 'tallystick ingest'"
    E806 = "nothing was given; paste a text or choose files"
    E807 = "{number}: nothing was added under that number since the server was started"
    E808 = "stopped before its end ({cause}); what was taken in before is kept; add the rest again"
    E809 = "{id}: no incident on file happened at a site with that id; the Sites page lists them"

    @property
    def template(self) -> str:
        """The text with its blanks."""
        return self.value


class TallystickError(Exception):
    """An error with a code and a text for the user."""

    def __init__(self, code: Code, **blanks: object) -> None:
        self.code = code
        self.message = code.template.format(**blanks)
        super().__init__(f"[{code.name}] {self.message}")

    @property
    def exit_code(self) -> int:
        """What the program exits with: 2; or 1, where all was done but for writing out what came of it."""
        return 1 if self.code is Code.E701 else 2
