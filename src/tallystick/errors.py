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
    E121 = "{address}: cannot be fetched, {cause}; give one that begins with http:// or https://"
    E122 = (
        "{address}: leads inside a network or off the web ({inside}), which is not fetched; if you trust it wherever "
        "it leads, pass --fetch-from {host}"
    )
    E123 = "{address}: there is no host {host}; check the address and the connection"
    E124 = "{address}: cannot be reached ({cause}); try again later"
    E125 = "{address}: took longer than {seconds} s; try again later"
    E126 = "{address}: is over the limit of {limit} MB; save the page and add the file"
    E127 = "{address}: the server answered {status}; open it in a browser, and add what you see as a file"
    E128 = "{address}: {cause}; give the address at which they end"
    E129 = "{address}: is {type}, which is not read from the web; save it and add the file"
    E130 = "{address}: robots.txt of {host} keeps programs away; open it in a browser, and add what you see as a file"
    E131 = "{address}: the answer cannot be read ({cause}); open it in a browser, and add what you see as a file"
    E132 = "{path}: is no feed that can be read ({cause}); RSS, Atom, JSON Feed and sitemaps are"
    E133 = "{path}: only what the feed tells of it was taken in, since: {cause}"
    E134 = "{path}: an entry without text ({title}); give the address of its page"
    E135 = "{path}: says it was published on {value}, which cannot be; kept without that day"
    E136 = "{path}: {count} of its pages were left out, since {limit} are fetched at once; add it again for the rest"
    E137 = "{path}: is no mail or saved page that can be read ({cause}); save its text as a file"
    E138 = "{path}: cannot be unpacked ({cause}); unpack it yourself, and add the folder"
    E141 = "{name}: this plugin cannot be used ({cause}); mend {value}, or uninstall it"
    E142 = "{value}: not an option of a format; write FORMAT.NAME=VALUE with one of {names}"
    E143 = "{path}: reading it as {name} failed ({cause}); convert it to text, and report the fault"
    E144 = "{path}: is no PDF that can be read ({cause}); save its text as a file"
    E145 = "{path}: not all of this web archive can be read ({cause}); the rest of it was taken in"
    E146 = "{path}:{line}: not a row of the table ({cause}); mend the row"
    E147 = "{path}: is written from right to left, and a PDF may give its words out of order; add the text instead"
    E148 = "{path}: cannot be read as a table ({cause}); see --option csv.map and csv.encoding in 'tallystick formats'"
    E149 = "{path}: not all of this dump of a wiki can be read ({cause}); the pages before that were taken in"
    E150 = "{path}: dumps of wikis need mwparserfromhell; install it: pip install 'tallystick[wiki]'"
    E151 = "{path}: {key}: {cause}; mend the list of feeds"
    E154 = "{path}: the feed dates it {value}, which is not believed ({cause}); only a day on its page counts"
    E201 = "{report}: no reader for language '{language}'; stored, listed and counted, not read"
    E202 = "{report}: reading failed ({cause}); the report is stored, please report the fault"
    E203 = "{report}: a quote is no literal substring of its report; mention dropped"
    E204 = "{path}: the trained reader's weights do not fit ({cause}); install Tallystick anew, or pass --reader rules"
    E211 = "the reader llm was asked for, and {what} is named; pass {option}, or set {variable}"
    E212 = "the reader llm was asked for, and its client is missing; install it: pip install 'tallystick[llm]'"
    E213 = (
        "{report}: what the language model answered cannot be used ({cause}); the report stays unread; run the command "
        "again, or pass another --reader"
    )
    E214 = (
        "{url}: the language model does not answer ({cause}); what is unread stays unread; run the command again when "
        "it does"
    )
    E215 = (
        "the budget of {limit} tokens for the language model does not reach further ({spent} spent); what is unread "
        "stays unread; run the command again, or raise --llm-budget"
    )
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
    E333 = "{id}: no actor of the knowledge base has that id; 'tallystick actors' and 'may_be' in it give the ids"
    E334 = (
        "{id}: a name that nobody known bears; it can be accepted, rejected, said to be the same as a known actor or "
        "noted as unsure, not {act}"
    )
    E335 = "{id}: no report gives such an unknown name; 'tallystick actors --unknown' lists them"
    E336 = "{path}: the archive of original bytes cannot be written to ({cause}); make space, or mend its permissions"
    E337 = "{path}: original bytes are missing or damaged ({cause}); 'tallystick verify' tells of all; restore a backup"
    E338 = "{sha}: these original bytes lie in a folder; name it in TALLYSTICK_ARCHIVE"
    E339 = "{path}: is no manifest of a ledger ({cause}); 'tallystick seal' makes one"
    E340 = "{address}: no time-stamp that holds ({cause}); the manifest is written, seal again for a time-stamp"
    E341 = "{path}: its time-stamp does not hold ({cause}); name the root certificate of its authority with --trust"
    E342 = "time-stamps need rfc3161-client; install it: pip install 'tallystick[timestamp]'"
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
    E806 = "nothing was given; paste a text, choose files or name an address"
    E807 = "{number}: nothing was added under that number since the server was started"
    E808 = "stopped before its end ({cause}); what was taken in before is kept; add the rest again"
    E809 = "{id}: no incident on file happened at a site with that id; the Sites page lists them"
    E810 = "this is being worked out for the first time since the server was started; it comes by itself in a moment"
    E811 = "the incidents are being read since the server was started, {read} of {number} so far; this comes by itself"
    E820 = "log in first"
    E821 = "{name} may not do this: it needs the role of {role}; ask an admin of this server"
    E822 = "this name and this password do not fit together"
    E823 = "too many tries; try again in {wait}"
    E824 = "{name}: no such account; 'tallystick accounts list' tells which there are"
    E825 = "{name}: there is an account of that name; choose another"
    E826 = "{name}: not a name for an account; give at most {most} letters of one script, digits, and . _ - in between"
    E827 = "the password has {length} characters; give {least} to {most}"
    E828 = "the password is easily guessed; choose a rarer one, such as a few words in a row"
    E829 = "{name} is the only admin; make another account an admin first"
    E830 = "{path}: has no admin yet; make one with 'tallystick accounts add NAME --role admin --ledger {path}'"
    E831 = "{host}: without --team the server answers this machine alone; pass --team, or leave --host away"
    E832 = "{number}: no such token; 'tallystick accounts tokens' tells which there are"
    E833 = "this token is not known here, has expired or was revoked; make another with 'tallystick accounts token'"
    E834 = "the two passwords are not the same; give them again"
    E835 = "{name}: was closed; open it with 'tallystick accounts open {name}'"
    E841 = "{name}: there is a view of that name; choose another"
    E842 = "{id}: no such view; the Views page lists them"
    E843 = "{address}: cannot be saved as a view; open the page, narrow it down and save it from there"
    E851 = "too many pages are open at once (at most {most} for one name); close some, then load the page again"
    E901 = "PySpark is not installed, on which a cluster runs; install it: pip install 'tallystick[cluster]'"
    E902 = "Spark did not start ({cause}); it needs Java 17 or later, and a master that can be reached"
    E903 = "{address}: the store does not give it ({cause}); check the address and the keys"
    E904 = "{path}: holds a ledger already; a cluster makes one of its own, give another folder"
    E905 = "a language model is not asked by a cluster: its budget is that of one run; choose another --reader"

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
